package io.jenkins.plugins.azml.emulator.process;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which of this process's environment variables a child may see. */
public final class ChildEnvironment {
    private static final Set<String> PLAIN = Set.of("PATH", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR");
    private static final Set<String> INSTALLING = Set.of(
            "HOME",
            "USER",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "ALL_PROXY",
            "NO_PROXY",
            "REQUESTS_CA_BUNDLE",
            "CURL_CA_BUNDLE",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "NODE_EXTRA_CA_CERTS",
            "XDG_CONFIG_HOME",
            "XDG_CONFIG_DIRS",
            "XDG_CACHE_HOME");
    private static final Set<String> INSTALLING_PREFIXES = Set.of("PIP_", "NPM_CONFIG_", "PYENV_", "NVM_");

    private final Map<String, String> parent;

    public ChildEnvironment(Map<String, String> parent) {
        this.parent = Map.copyOf(parent);
    }

    public static ChildEnvironment ofThisProcess() {
        return new ChildEnvironment(System.getenv());
    }

    /** Search path, language and time zone: nothing that could be a secret. */
    public Map<String, String> plain() {
        return only(PLAIN::contains);
    }

    /** The same with what package managers read: their configuration, proxies and authorities of the user. */
    public Map<String, String> installing() {
        return only(name -> PLAIN.contains(name) || isForInstalling(name.toUpperCase(Locale.ROOT)));
    }

    private static boolean isForInstalling(String name) {
        return INSTALLING.contains(name) || INSTALLING_PREFIXES.stream().anyMatch(name::startsWith);
    }

    private Map<String, String> only(Predicate<String> allowed) {
        Map<String, String> kept = new TreeMap<>(parent);
        kept.keySet().removeIf(allowed.negate());
        return kept;
    }
}
