/// An office file that cannot be turned into a record.
package struct OfficeError: Error, Hashable, Sendable {
  /// Why a file is refused.
  package enum Reason: Hashable, Sendable {
    /// No file of the sort that is read here (`.docx`, `.odt`; `.xlsx`, `.ods`), or not the one that its ending says.
    case notOfficeFile
    /// A `.doc` or `.xls` of Office 97-2003: it must be saved in the newer form first.
    case oldFile
    /// The zip container is cut off or contradicts itself.
    case damaged
    /// Protected by a password.
    case encrypted
    /// It holds a program: Visual Basic, a Basic library, scripts or a DDE command.
    case macros
    /// More bytes or parts than hoso takes, or more memory than the conversion may use.
    case tooLarge
    /// Parts that unpack to far more than the file's own size.
    case zipBomb
    /// A part whose name leads out of the file, or that is no plain file.
    case unsafeName
    /// XML with a document type, or a template, object, document or cell to be fetched from another place.
    case externalContent
    /// This program, `pandoc` or `ssconvert`, is not installed.
    case toolMissing(String)
    /// The conversion took longer than allowed.
    case timedOut
    /// The converter could not do it and said this, or this went wrong around it.
    case failed(String)
  }

  /// Why.
  package let reason: Reason
  /// The part of the file at fault, such as `word/vbaProject.bin`, where there is one.
  package let part: String?

  init(_ reason: Reason, part: String? = nil) {
    self.reason = reason
    self.part = part
  }
}
