package edgeone.purge.accounts.imports;

import edgeone.purge.accounts.KeyHygiene;
import edgeone.purge.accounts.Site;
import edgeone.purge.accounts.imports.CredentialImport.SkipException;
import edgeone.purge.accounts.imports.ImportReport.Found;
import edgeone.purge.accounts.imports.ImportReport.Reason;
import edgeone.purge.secrets.Secret;

import java.util.HashMap;
import java.util.Map;

/**
 * The SDKs' {@code ~/.tencentcloud/credentials}: an INI file; only its {@code [default]} section is
 * used.
 */
final class SdkCredentials {
    private SdkCredentials() {}

    static Found parse(String text, String origin) throws SkipException {
        Map<String, String> values = defaultSection(text);
        if (!values.getOrDefault("role_arn", "").isEmpty()) {
            throw new SkipException(Reason.ROLE_ARN);
        }
        String id = values.getOrDefault("secret_id", "");
        String key = values.getOrDefault("secret_key", "");
        if (id.isEmpty() || key.isEmpty()) {
            throw new SkipException(Reason.NO_KEY);
        }
        if (!KeyHygiene.problemsOf(id, key.toCharArray(), null).isEmpty()) {
            throw new SkipException(Reason.BAD_KEY);
        }
        Secret secret = new Secret(key.toCharArray(), null);
        return new Found("default", origin, Site.CHINA, id, secret, null, null);
    }

    private static Map<String, String> defaultSection(String text) throws SkipException {
        Map<String, String> values = new HashMap<>();
        String section = null;
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1).strip();
                continue;
            }
            int equals = line.indexOf('=');
            if (section == null || equals < 1) {
                throw new SkipException(Reason.MALFORMED);
            }
            if (section.equals("default")) {
                values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        return values;
    }
}
