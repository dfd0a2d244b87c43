internal import HosoCore
internal import Testing

struct DecimalStepTests {
  @Test(
    arguments: [
      ("0.1", "7.3", true), ("0.1", "0.3", true), ("0.1", "10", true), ("0.1", "7.30", true), ("0.1", "7.35", false),
      ("0.25", "7.25", true), ("0.25", "7.5", true), ("0.25", "7.50", true), ("0.25", "0", true),
      ("0.25", "7.3", false),
      ("0.25", "-0.75", true), ("0.5", "9.75", false), ("1", "7.0", true), ("1", "7.5", false), ("2", "7", false),
      ("0.000001", "123456789.12345", true), ("0.1", "7,5", false), ("0.1", "", false), ("0.1", "1e1", false),
    ] as [(String, String, Bool)])
  func `a mark lies on a step or it does not`(step: String, value: String, isOnStep: Bool) throws {
    #expect(try #require(DecimalStep(step)).divides(value) == isOnStep)
  }

  @Test(arguments: ["0", "0.0", "-0.1", "", "x", "1e-1", ".5", "0,25"])
  func `what is no step is refused`(text: String) { #expect(DecimalStep(text) == nil) }

  @Test func `every tenth from 0 to 10 is a multiple of 0.1, and no hundredth between is`() throws {
    let step = try #require(DecimalStep("0.1"))
    for hundredths in 0...1000 {
      let text = "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
      #expect(step.divides(text) == (hundredths % 10 == 0), "\(text)")
    }
  }
}
