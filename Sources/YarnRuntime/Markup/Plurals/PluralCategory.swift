/// The category of a number in a language.
enum PluralCategory: String, Equatable {
  case zero, one, two, few, many, other
}
