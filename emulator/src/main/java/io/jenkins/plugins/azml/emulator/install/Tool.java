package io.jenkins.plugins.azml.emulator.install;

import java.util.List;

/**
 * A program that must be on the search path.
 *
 * @param fix what a person does when it is missing or too old
 */
public record Tool(String program, List<String> versionArguments, Version atLeast, String fix) {
    public static final Tool NODE = new Tool(
            "node", List.of("--version"), new Version(18, 0), "install Node.js 18 or newer and put node on the PATH");
    public static final Tool NPM = new Tool(
            "npm", List.of("--version"), new Version(9, 0), "install the npm that comes with Node.js 18 or newer");
    public static final Tool PYTHON = new Tool(
            "python3",
            List.of("--version"),
            new Version(3, 10),
            "install Python 3.10 or newer and put python3 on the PATH");
    public static final Tool VENV = new Tool(
            "python3",
            List.of("-c", "import ensurepip, venv, sys; print(sys.version)"),
            new Version(3, 10),
            "install Python's venv module (on Debian and Ubuntu the package python3-venv)");
    public static final Tool BASH = new Tool("bash", List.of("--version"), new Version(3, 0), "install bash");

    public Tool {
        versionArguments = List.copyOf(versionArguments);
    }
}
