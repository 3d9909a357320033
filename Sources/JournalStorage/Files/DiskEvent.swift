/// Something that was done to the disk and worked, in the order in which it was done.
///
/// Until a sync it may be lost with the power, which tests model from these events.
enum DiskEvent: Equatable, Sendable {
  /// Bytes were written behind those of a file; it is known by the name it has or will get.
  case written(String, ArraySlice<UInt8>)
  /// The content of a file is on the disk.
  case synced(String)
  /// A file got its name.
  case named(String)
  /// A file took another name, and the place of whatever had it.
  case renamed(String, to: String)
  /// The names in a folder are on the disk.
  case folderSynced(String)
  /// A file is gone.
  case removed(String)
  /// A folder was made.
  case folderMade(String)
}
