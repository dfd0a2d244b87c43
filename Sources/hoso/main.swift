internal import HosoCommandLine

await Program.run()
