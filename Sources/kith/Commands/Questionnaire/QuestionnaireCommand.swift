import ArgumentParser

/// Questionnaires: kith's own, those a person brings, and what helps with writing them.
struct QuestionnaireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questionnaire",
    abstract: "Fill in questionnaires, kith's own or any FHIR form, and check or score them.",
    subcommands: [
      QuestionnaireFillCommand.self, QuestionnaireCheckCommand.self,
      QuestionnaireEvaluateCommand.self, QuestionnaireScoreCommand.self,
      QuestionnaireExportCommand.self, QuestionnaireAddCommand.self, QuestionnaireNewCommand.self,
      QuestionnaireListCommand.self,
    ])
}
