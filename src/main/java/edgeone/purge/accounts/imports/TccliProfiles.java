package edgeone.purge.accounts.imports;

import edgeone.purge.accounts.AccountException;
import edgeone.purge.accounts.KeyHygiene;
import edgeone.purge.accounts.Site;
import edgeone.purge.accounts.imports.CredentialImport.SkipException;
import edgeone.purge.accounts.imports.ImportReport.Found;
import edgeone.purge.accounts.imports.ImportReport.Reason;
import edgeone.purge.accounts.imports.ImportReport.Skipped;
import edgeone.purge.secrets.Secret;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * TCCLI's {@code ~/.tccli}: {@code <profile>.credential} holds the key, {@code <profile>.configure}
 * the region and endpoints. As of TCCLI 3.1.155.
 */
final class TccliProfiles {
    private static final String CREDENTIAL = ".credential";

    private final Path folder;
    private final Clock clock;
    private final ObjectMapper json = JsonMapper.builder().build();

    TccliProfiles(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    void look(List<Found> found, List<Skipped> skipped) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.filter(f -> f.getFileName().toString().endsWith(CREDENTIAL))
                    .sorted()
                    .forEach(f -> look(f, found, skipped));
        } catch (IOException e) {
            skipped.add(new Skipped(folder.toString(), Reason.UNREADABLE));
        }
    }

    private void look(Path file, List<Found> found, List<Skipped> skipped) {
        String fileName = file.getFileName().toString();
        String profile = fileName.substring(0, fileName.length() - CREDENTIAL.length());
        Found key;
        try {
            key = key(profile, file);
        } catch (SkipException e) {
            skipped.add(new Skipped(file.toString(), e.reason()));
            return;
        }
        // The key is usable without its settings, but report that they could not be read.
        Path configure = folder.resolve(profile + ".configure");
        if (Files.exists(configure)) {
            try {
                key = configured(key, object(configure));
            } catch (SkipException e) {
                skipped.add(new Skipped(configure.toString(), e.reason()));
            }
        }
        found.add(key);
    }

    private Found key(String profile, Path file) throws SkipException {
        JsonNode node = object(file);
        switch (text(node, "type")) {
            case "", "default" -> {}
            case "oauth" -> throw new SkipException(Reason.OAUTH);
            case "sso" -> throw new SkipException(Reason.SSO);
            case "cvm-role" -> throw new SkipException(Reason.CVM_ROLE);
            default -> throw new SkipException(Reason.OTHER_TYPE);
        }
        if (!text(node, "role-arn").isEmpty()) {
            throw new SkipException(Reason.ROLE_ARN);
        }
        String id = text(node, "secretId");
        String key = text(node, "secretKey");
        if (id.isEmpty() || key.isEmpty()) {
            throw new SkipException(Reason.NO_KEY);
        }
        String tokenText = text(node, "token");
        char[] token = tokenText.isEmpty() ? null : tokenText.toCharArray();
        if (!KeyHygiene.problemsOf(id, key.toCharArray(), token).isEmpty()) {
            throw new SkipException(Reason.BAD_KEY);
        }
        Instant expiry = token == null ? null : expiry(node);
        if (expiry != null && !clock.instant().isBefore(expiry)) {
            throw new SkipException(Reason.EXPIRED);
        }
        Secret secret = new Secret(key.toCharArray(), token);
        return new Found(profile, file.toString(), Site.CHINA, id, secret, expiry, null);
    }

    /** Adds the region and endpoint that TCCLI would use for EdgeOne. */
    private static Found configured(Found key, JsonNode configure) throws SkipException {
        String region = text(configure.path("_sys_param"), "region");
        String endpoint = text(configure.path("teo"), "endpoint");
        Site site;
        try {
            site = endpoint.isEmpty() ? key.site() : Site.ofHost(endpoint);
        } catch (AccountException e) {
            throw new SkipException(Reason.BAD_ENDPOINT);
        }
        return new Found(
                key.name(),
                key.origin(),
                site,
                key.secretId(),
                key.secret(),
                key.tokenExpiry(),
                region.isEmpty() ? null : region);
    }

    private JsonNode object(Path file) throws SkipException {
        try {
            JsonNode node = json.readTree(CredentialImport.text(file));
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new SkipException(Reason.MALFORMED);
        }
        throw new SkipException(Reason.MALFORMED);
    }

    /** {@code expiresAt} in Unix seconds. */
    private static @Nullable Instant expiry(JsonNode node) {
        JsonNode at = node.path("expiresAt");
        return at.isIntegralNumber() && at.canConvertToLong() && at.longValue() > 0
                ? Instant.ofEpochSecond(Math.min(at.longValue(), 253_402_300_799L))
                : null;
    }

    private static String text(JsonNode node, String name) throws SkipException {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw new SkipException(Reason.MALFORMED);
        }
        return value.stringValue();
    }
}
