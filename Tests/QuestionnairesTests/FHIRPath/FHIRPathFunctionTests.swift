import Testing

@testable import Questionnaires

@Suite struct `FHIRPath functions` {
  @Test(arguments: [
    ("{}.empty()", "true"), ("1.empty()", "false"), ("(1|2).exists($this > 1)", "true"),
    ("(1|2).exists($this > 2)", "false"), ("(1|2).all($this > 0)", "true"),
    ("{}.all(false)", "true"),
    ("(true | false).allTrue()", "false"), ("(true | false).anyTrue()", "true"),
    ("(true | false).allFalse()", "false"), ("(true | false).anyFalse()", "true"),
    ("(1|2).subsetOf(1|2|3)", "true"), ("(1|2).supersetOf(1|3)", "false"),
    ("(1|2|2).count()", "2"), ("(1).combine(1).count()", "2"), ("1.combine(1).distinct()", "1"),
    ("1.combine(1).isDistinct()", "false"), ("(1|2|3).where($this > 1)", "2 3"),
    ("(1|2|3).where($index > 1)", "3"), ("(1|2).select($this * 2)", "2 4"), ("(1|2|3).last()", "3"),
    ("(1|2|3).tail()", "2 3"), ("(1|2|3).skip(2)", "3"), ("(1|2|3).take(2)", "1 2"),
    ("(1|2|3).intersect(2|3|4)", "2 3"), ("(1|2|3).exclude(2)", "1 3"), ("1.union(1|2)", "1 2"),
    ("5.single()", "5"), ("(1|'a'|true).ofType(String)", "\"a\""), ("1.first()", "1"),
    ("1.repeat(iif($this < 4, $this + 1, {}))", "2 3 4"),
    ("(1|2|3).aggregate($this + $total, 0)", "6"),
    ("(1|2|3).aggregate(iif($total.empty(), $this, iif($this > $total, $this, $total)))", "3"),
  ])
  func `choose among values`(text: String, expected: String) throws {
    #expect(try `A FHIRPath expression`.values(text) == expected)
  }

  @Test(arguments: [
    ("iif(true, 1, 1 / 'a')", "1"), ("iif(false, 1, 2)", "2"), ("iif({}, 1, 2)", "2"),
    ("iif(false, 1)", ""), ("1 is Integer", "true"), ("1 is Decimal", "false"),
    ("1.is(System.Integer)", "true"), ("'a' as String", "\"a\""), ("'a'.as(Integer)", ""),
    ("@2024 is Date", "true"), ("item[3].answer.value is Quantity", "true"),
    ("item[2].answer.value.first() is FHIR.Coding", "true"),
    ("%resource is Questionnaire", "false"),
    ("item.first() is BackboneElement", "true"), ("'true'.toBoolean()", "true"),
    ("'maybe'.toBoolean()", ""),
    ("1.toBoolean()", "true"), ("'12'.toInteger()", "12"), ("'1.5'.toInteger()", ""),
    ("'1.5'.toDecimal()", "1.5"), ("'x'.toDecimal()", ""), ("true.toInteger()", "1"),
    ("1.50.toString()", "\"1.5\""), ("@2024-11-23.toString()", "\"2024-11-23\""),
    ("'2024-11'.toDate()", "\"2024-11\""), ("'2024-13'.toDate()", ""),
    ("@2024-11-23T10:00:00Z.toDate()", "\"2024-11-23\""), ("'10:30'.toTime()", "\"10:30\""),
    ("'2024-11-23T10:00:00Z'.toDateTime()", "\"2024-11-23T10:00:00Z\""),
    ("'4 \\'kg\\''.toQuantity()", "{\"value\":4,\"code\":\"kg\"}"),
    ("'a'.convertsToInteger()", "false"),
    ("'1'.convertsToInteger()", "true"), ("'1.0'.convertsToDecimal()", "true"),
    ("1.convertsToString()", "true"), ("'2024'.convertsToDate()", "true"),
    ("'2024'.convertsToDateTime()", "true"), ("'25:00'.convertsToTime()", "false"),
    ("'yes'.convertsToBoolean()", "true"), ("'3 days'.convertsToQuantity()", "true"),
  ])
  func `choose and convert`(text: String, expected: String) throws {
    #expect(try `A FHIRPath expression`.values(text) == expected)
  }

  @Test(arguments: [
    ("'abc'.indexOf('c')", "2"), ("'abc'.indexOf('x')", "-1"), ("'abcb'.lastIndexOf('b')", "3"),
    ("'abc'.substring(1)", "\"bc\""), ("'abc'.substring(1, 1)", "\"b\""),
    ("'abc'.substring(3)", ""),
    ("'abc'.startsWith('ab')", "true"), ("'abc'.endsWith('bc')", "true"),
    ("'abc'.contains('b')", "true"), ("'abc'.contains('')", "true"), ("'aB'.upper()", "\"AB\""),
    ("'aB'.lower()", "\"ab\""), ("'abcb'.replace('b', 'x')", "\"axcx\""),
    ("'ab'.replace('', '-')", "\"-a-b-\""), ("'a1'.matches('[0-9]')", "true"),
    ("'a1'.matchesFull('[0-9]')", "false"), ("'a1b2'.replaceMatches('[0-9]', '#')", "\"a#b#\""),
    ("'ab'.replaceMatches('(a)(b)', '$2$1')", "\"ba\""), ("'äb'.length()", "2"),
    ("'ab'.toChars()", "\"a\" \"b\""), ("'a,b'.split(',')", "\"a\" \"b\""),
    ("('a' | 'b').join(', ')", "\"a, b\""), ("('a' | 'b').join()", "\"ab\""),
    ("' a '.trim()", "\"a\""), ("{}.upper()", ""), ("'abc'.substring({})", ""),
  ])
  func `work on text`(text: String, expected: String) throws {
    #expect(try `A FHIRPath expression`.values(text) == expected)
  }

  @Test(arguments: [
    ("(-5).abs()", "5"), ("1.1.ceiling()", "2"), ("(-1.1).ceiling()", "-1"), ("1.9.floor()", "1"),
    ("(-1.1).floor()", "-2"), ("0.exp()", "1"), ("1.ln()", "0"), ("16.log(2)", "4"),
    ("2.power(10)", "1024"), ("2.5.power(2)", "6.25"), ("4.power(0.5)", "2"),
    ("(-1).power(0.5)", ""),
    ("3.14159.round(3)", "3.142"), ("2.5.round()", "3"), ("(-2.5).round()", "-3"),
    ("7.round(1)", "7"),
    ("81.sqrt()", "9"), ("(-1).sqrt()", ""), ("(-1.9).truncate()", "-1"), ("(1|2|3).sum()", "6"),
    ("{}.sum()", "0"), ("(1|2.5).sum()", "3.5"), ("(3|1|2).min()", "1"), ("(3|1|2).max()", "3"),
    ("(1|2).avg()", "1.5"), ("{}.max()", ""),
    ("(1 'kg').combine(2 'kg').sum()", "{\"value\":3,\"code\":\"kg\"}"),
  ])
  func `work on numbers`(text: String, expected: String) throws {
    #expect(try `A FHIRPath expression`.values(text) == expected)
  }

  @Test(arguments: [
    ("today()", "\"2026-03-01\""), ("now()", "\"2026-03-01T12:30:00Z\""),
    ("timeOfDay()", "\"12:30:00\""),
    ("today() - 1 day", "\"2026-02-28\""), ("@2024-01-31 + 1 month", "\"2024-02-29\""),
    ("@2024-02-29 + 1 year", "\"2025-02-28\""), ("@2024-11 - 11 months", "\"2023-12\""),
    ("today() + 2 weeks", "\"2026-03-15\""),
    ("@2023-12-31T23:30:00Z + 45 minutes", "\"2024-01-01T00:15:00Z\""),
    ("@T23:30 + 1 hour", "\"00:30\""), ("today() - 18 years >= @2008-03-01", "true"),
    ("@2024-03-01 - 1 'd'", "\"2024-02-29\""), ("@2000-03-01 + 9000000 days", "\"9999-12-31\""),
    ("@2024 + 2 months", "\"2024\""), ("1.trace('x')", "1"), ("'a'.hasValue()", "true"),
    ("item.first().hasValue()", "false"), ("'a'.getValue()", "\"a\""), ("item.extension('x')", ""),
  ])
  func `know the calendar and the rest`(text: String, expected: String) throws {
    #expect(try `A FHIRPath expression`.values(text) == expected)
  }

  @Test(arguments: FHIRPathFunction.allCases.filter { $0.argumentCount.lowerBound > 0 })
  func `want their arguments`(function: FHIRPathFunction) {
    #expect(throws: FHIRPathError.self) { try FHIRPathExpression("\(function.rawValue)()") }
  }
}
