package io.jenkins.plugins.azml.engine.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes TLS connections through a proxy. {@code HttpURLConnection} could do so itself, but it keeps a proxy's password
 * from a tunnel unless a setting of the whole JVM allows it.
 */
final class TunnelSockets extends SSLSocketFactory {
    private final SSLSocketFactory layered;
    private final HttpProxy proxy;
    private final String userAgent;

    TunnelSockets(SSLSocketFactory layered, HttpProxy proxy, String userAgent) {
        this.layered = layered;
        this.proxy = proxy;
        this.userAgent = userAgent;
    }

    /** A socket that is connected to a host by way of the proxy; TLS is laid over it by the next method. */
    @Override
    public Socket createSocket() {
        return new TunnelSocket();
    }

    @Override
    public Socket createSocket(Socket tunnel, String host, int port, boolean autoClose) throws IOException {
        return layered.createSocket(tunnel, host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return layered.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return layered.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw notDirectly(host);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw notDirectly(host);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw notDirectly(host.getHostName());
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw notDirectly(host.getHostName());
    }

    private IOException notDirectly(String host) {
        return new IOException(host + " is reached through proxy " + proxy + " only");
    }

    private final class TunnelSocket extends Socket {
        private static final int LONGEST_ANSWER = 16 << 10;

        TunnelSocket() {
            super(Proxy.NO_PROXY);
        }

        @Override
        public void connect(SocketAddress target, int timeout) throws IOException {
            super.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeout);
            setSoTimeout(timeout);
            InetSocketAddress host = (InetSocketAddress) target;
            getOutputStream().write(request(host).getBytes(StandardCharsets.ISO_8859_1));
            String answer = answer(getInputStream());
            if (!answer.startsWith("HTTP/1.1 200") && !answer.startsWith("HTTP/1.0 200")) {
                close();
                throw new IOException("the proxy answered '" + answer + "'");
            }
        }

        private String request(InetSocketAddress target) {
            String host = target.getHostString();
            String authority = (host.contains(":") ? "[" + host + "]" : host) + ":" + target.getPort();
            return "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\nUser-Agent: " + userAgent + "\r\n"
                    + proxy.authorization()
                            .map(value -> "Proxy-Authorization: " + value + "\r\n")
                            .orElse("")
                    + "\r\n";
        }

        /** The answer's first line, with its head read to the end and not a byte further: there TLS begins. */
        private static String answer(InputStream in) throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            String text = "";
            while (!text.endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next == -1 || head.size() == LONGEST_ANSWER) {
                    throw new IOException("the proxy did not answer in HTTP");
                }
                head.write(next);
                text = next == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : "";
            }
            return Redaction.line(text.substring(0, text.indexOf('\r')), 100);
        }
    }
}
