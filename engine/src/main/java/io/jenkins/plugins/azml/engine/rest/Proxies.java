package io.jenkins.plugins.azml.engine.rest;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy an address is asked through.
 *
 * <p>Loopback and Azure's instance metadata address are never asked through one: both mean this very machine.
 */
public final class Proxies {
    private static final String INSTANCE_METADATA = "169.254.169.254";
    private static final Pattern SEPARATORS = Pattern.compile("[,\\s]+");

    private final @Nullable HttpProxy forHttps;
    private final @Nullable HttpProxy forHttp;
    private final List<Bypass> bypasses;

    private Proxies(@Nullable HttpProxy forHttps, @Nullable HttpProxy forHttp, List<Bypass> bypasses) {
        this.forHttps = forHttps;
        this.forHttp = forHttp;
        this.bypasses = bypasses;
    }

    public static Proxies none() {
        return new Proxies(null, null, List.of());
    }

    /**
     * As curl reads {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}; the lower-case name
     * of a variable wins.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException INVALID_ARGUMENT if a value is not usable
     */
    public static Proxies from(Map<String, String> environment) {
        return new Proxies(
                proxy(environment, "https_proxy", "all_proxy"),
                proxy(environment, "http_proxy", "all_proxy"),
                value(environment, "no_proxy").map(Proxies::bypasses).orElse(List.of()));
    }

    /** The proxy for an address, or none if it is asked directly. */
    public Optional<HttpProxy> of(URI url) {
        String host = bare(url.getHost() == null ? "" : url.getHost());
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() == -1 ? (https ? 443 : 80) : url.getPort();
        boolean direct = isThisMachine(url) || bypasses.stream().anyMatch(bypass -> bypass.covers(host, port));
        return direct ? Optional.empty() : Optional.ofNullable(https ? forHttps : forHttp);
    }

    /** Whether a proxy asks for a password. */
    boolean askForPassword() {
        return Stream.of(Optional.ofNullable(forHttps), Optional.ofNullable(forHttp))
                .flatMap(Optional::stream)
                .anyMatch(proxy -> proxy.login() != null);
    }

    private static boolean isThisMachine(URI url) {
        return Hosts.isLoopback(url.getHost()) || INSTANCE_METADATA.equals(url.getHost());
    }

    private static List<Bypass> bypasses(String list) {
        return Arrays.stream(SEPARATORS.split(list.strip()))
                .filter(entry -> !entry.isEmpty())
                .map(Bypass::read)
                .toList();
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(spelling -> environment.getOrDefault(spelling, ""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static @Nullable HttpProxy proxy(Map<String, String> environment, String name, String otherwise) {
        Optional<String> own = value(environment, name);
        String variable = (own.isPresent() ? name : otherwise).toUpperCase(Locale.ROOT);
        return own.or(() -> value(environment, otherwise))
                .map(value -> proxy(variable, value.strip()))
                .orElse(null);
    }

    private static HttpProxy proxy(String variable, String value) {
        try {
            URI url = new URI(value.contains("://") ? value : "http://" + value);
            if ("http".equalsIgnoreCase(url.getScheme()) && url.getHost() != null) {
                String login = url.getRawUserInfo();
                return new HttpProxy(
                        bare(url.getHost()),
                        url.getPort() == -1 ? 80 : url.getPort(),
                        login == null ? null : decoded(login));
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // The exception quotes the value, which may hold a password.
        }
        throw Problem.of(
                        ProblemCode.INVALID_ARGUMENT,
                        variable + " is not a proxy that can be used; expected http://[user:password@]host:port")
                .asException();
    }

    private static String decoded(String login) {
        return URLDecoder.decode(login.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A host name in lower case, without brackets and without the dot of the root. */
    private static String bare(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[") && name.endsWith("]")) {
            return name.substring(1, name.length() - 1);
        }
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /**
     * An entry of {@code NO_PROXY}.
     *
     * @param name a host, and with it all hosts below it; {@code *} for every host
     * @param port 0 for every port
     */
    private record Bypass(String name, int port) {
        private static final Pattern WITH_PORT = Pattern.compile("(\\[[^\\]]*\\]|[^:]*):(\\d{1,5})");

        static Bypass read(String entry) {
            var withPort = WITH_PORT.matcher(entry);
            return withPort.matches()
                    ? new Bypass(name(withPort.group(1)), Integer.parseInt(withPort.group(2)))
                    : new Bypass(name(entry), 0);
        }

        private static String name(String entry) {
            String below = entry.startsWith("*.") ? entry.substring(2) : entry;
            return bare(below.startsWith(".") ? below.substring(1) : below);
        }

        boolean covers(String host, int hostPort) {
            return (port == 0 || port == hostPort)
                    && !name.isEmpty()
                    && (name.equals("*") || host.equals(name) || host.endsWith("." + name));
        }
    }
}
