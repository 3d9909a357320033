import ArgumentParser
import Coach
import YarnCompiler

/// Readings: what there is, or one of them.
struct ReadCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read about grief or a change of role; without a topic, list what there is.",
    usage: "kith read [TOPIC] [OPTIONS]",
    discussion: "A reading that was left goes on at the same page.")

  @Argument(help: "The topic, or its first letters.")
  var topic: String?

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    let content = try host.content()
    guard let topic else { return try list(content.readings, on: host.screen) }
    let typed = topic.lowercased()
    let matches = content.readings.filter {
      $0.typedTopic.hasPrefix(typed) || $0.title.lowercased().hasPrefix(typed)
    }
    guard let reading = matches.first, matches.count == 1 else {
      throw unknown(topic, content.readings)
    }
    try Visit(host).sit(for: .reading(reading.topic))
  }

  private func list(_ readings: [Reading], on screen: Screen) throws {
    for reading in readings {
      try screen.write([screen.margin + screen.style.bold(reading.typedTopic)])
      try screen.say(
        "\(reading.title), about \(reading.minutes) minutes. \(reading.about)", indent: 2)
    }
    try screen.say("'kith read TOPIC' opens one.")
  }

  private func unknown(_ typed: String, _ readings: [Reading]) -> Failure {
    let topics = readings.map(\.typedTopic)
    let nearest = NearestName.of(typed, among: topics).map { "did you mean '\($0)'? " } ?? ""
    return Failure(
      message: "there is no reading called '\(typed)'",
      hint: nearest + "there are: \(topics.joined(separator: ", "))", exitCode: 2)
  }
}
