/// A function that nothing declares; its first use shapes it.
struct ImplicitFunction {
  var parameters: [InferredType]
  var result: InferredType
}
