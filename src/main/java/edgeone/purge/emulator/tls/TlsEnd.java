package edgeone.purge.emulator.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

/**
 * What a server needs for TLS 1.2 and 1.3.
 *
 * @param caFile the authority's certificate in PEM, for clients to trust
 */
public record TlsEnd(SSLContext context, Path caFile) {
    private static final List<ServerName> ALWAYS =
            List.of(new ServerName("localhost"), new ServerName("127.0.0.1"));

    /**
     * Makes a certificate for {@code localhost}, {@code 127.0.0.1} and more names, by the authority
     * kept in a folder.
     *
     * @param folder made if missing
     * @throws DamagedAuthorityException if the kept authority cannot be read
     */
    public static TlsEnd in(Path folder, List<ServerName> more, Instant now) throws IOException {
        List<ServerName> names = Stream.concat(ALWAYS.stream(), more.stream()).distinct().toList();
        var files = new AuthorityFiles(folder);
        try {
            SSLContext context = files.open(now).issue(names, now).context();
            return new TlsEnd(context, files.caFile());
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot make a certificate", e);
        }
    }
}
