package io.jenkins.plugins.azml.engine.blob;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Url;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The address of a container or a blob with the grant (SAS) to use it. Shown without the grant, never stored with it. */
public final class BlobUrl {
    private final URI address;
    private final String grant;

    private BlobUrl(URI address, String grant) {
        this.address = address;
        this.grant = grant;
    }

    /**
     * Reads {@code https://account/container[/blob]?grant}.
     *
     * @throws ProblemException INVALID_ARGUMENT if the text is no such address; the message does not quote it
     */
    public static BlobUrl of(String url) {
        URI uri = parsed(url);
        if (uri == null || uri.getHost() == null || uri.getRawUserInfo() != null || !isHttp(uri.getScheme())) {
            throw Problem.of(
                            ProblemCode.INVALID_ARGUMENT,
                            "a storage address is not an http(s) URL of a container or blob; nothing was sent to it")
                    .asException();
        }
        String path = uri.getRawPath().replaceAll("/{1,64}$", "");
        URI address = URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path);
        return new BlobUrl(address, uri.getRawQuery() == null ? "" : uri.getRawQuery());
    }

    private static @Nullable URI parsed(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isHttp(@Nullable String scheme) {
        return "https".equals(scheme) || "http".equals(scheme);
    }

    /** The blob of that name below this container or folder; slashes in the name separate folders. */
    public BlobUrl blob(String name) {
        String path = Arrays.stream(name.split("/")).map(Url::encode).collect(Collectors.joining("/"));
        return new BlobUrl(URI.create(address + "/" + path), grant);
    }

    /** The address without the grant. */
    public URI address() {
        return address;
    }

    /** The whole address with its grant, to hand to whoever uploads for us. A secret. */
    public String secret() {
        return granted().toString();
    }

    /** The whole address, for a request only. */
    URI granted() {
        return grant.isEmpty() ? address : URI.create(address + "?" + grant);
    }

    /** The whole address with more query parameters: {@code "comp=list", "prefix=a%2Fb"}. */
    URI granted(String... parameters) {
        String query = String.join("&", parameters);
        return URI.create(address + "?" + query + (grant.isEmpty() ? "" : "&" + grant));
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
