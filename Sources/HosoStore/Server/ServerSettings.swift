/// The settings of git that a server's repository must have, and why.
package enum ServerSettings {
  /// One entry of git's configuration.
  package struct Setting: Sendable {
    package let name: String
    package let value: String
  }

  /// What `hoso server init` sets and `hoso doctor` looks for.
  package static let all: [Setting] = [
    // An acknowledged push outlives a power cut.
    Setting(name: "core.fsync", value: "all"),
    Setting(name: "core.fsyncMethod", value: "fsync"),
    // Objects that git itself knows to be wrong do not come to the gate at all.
    Setting(name: "receive.fsckObjects", value: "true"),
    Setting(name: "transfer.fsckObjects", value: "true"),
    Setting(name: "receive.denyNonFastForwards", value: "true"),
    Setting(name: "receive.denyDeletes", value: "true"),
    Setting(name: "receive.maxInputSize", value: "67108864"),
    // Small pushes become loose objects; `hoso server maintain` packs them while nobody pushes.
    Setting(name: "receive.unpackLimit", value: "1000"),
    Setting(name: "receive.autogc", value: "false"),
    Setting(name: "receive.advertisePushOptions", value: "true"),
    // The hook `proc-receive` moves the references: what it has not answered for, git does not call received.
    Setting(name: "receive.procReceiveRefs", value: "refs"),
    Setting(name: "gc.auto", value: "0"),
    Setting(name: "core.bigFileThreshold", value: "64m"),
    Setting(name: "core.deltaBaseCacheLimit", value: "64m"),
    Setting(name: "core.logAllRefUpdates", value: "true"),
    Setting(name: "core.protectHFS", value: "true"),
    Setting(name: "core.protectNTFS", value: "true"),
    Setting(name: "pack.threads", value: "1"),
    Setting(name: "uploadpack.allowAnySHA1InWant", value: "false"),
  ]

  /// The folders that are made at once and synced, so that no later write needs to sync the folder above.
  package static var folders: [String] {
    let digits = Array("0123456789abcdef")
    let fan = digits.flatMap { one in digits.map { "objects/\(one)\($0)" } }
    return fan + [
      "objects/pack", "objects/info", "refs/heads", "refs/tags", "logs/refs/heads", "hoso", "hoso/intents",
      "hoso/tries",
    ]
  }

  /// The hooks by name; `program` is the path of hoso.
  package static func hooks(program: String) -> [(name: String, text: String)] {
    let quoted = "'" + program.replacing("'", with: "'\\''") + "'"
    // Under `hoso shell` one process serves the whole push (`ReceiveService`).
    func ask(_ name: String) -> String {
      """
      if [ -n "$HOSO_SERVICE" ]; then
        exec 3<&0 4>&1
        echo "\(name) $$" >&9 && read -r status <&8 && exit "$status"
        exit 2
      fi

      """
    }
    return [
      ("pre-receive", "#!/bin/sh\n\(ask("pre-receive"))exec \(quoted) receive\n"),
      ("proc-receive", "#!/bin/sh\n\(ask("proc-receive"))exec \(quoted) receive --carry-out\n"),
      // Mirrors are served after the answer, by a run of their own; the push must not be held up by what it left open here.
      (
        "post-receive",
        """
        #!/bin/sh
        [ -d hoso/mirrors ] || exit 0
        setsid \(quoted) mirror sync --after-push < /dev/null > /dev/null 2>&1 3<&- 4<&- 5<&- 6<&- 7<&- 8<&- 9<&- &

        """
      ),
    ]
  }
}
