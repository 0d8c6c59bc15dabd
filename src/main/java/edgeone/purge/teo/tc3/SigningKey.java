package edgeone.purge.teo.tc3;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The third stage: a key derived from the SecretKey for one scope. Never printed. */
public final class SigningKey {
    private final byte[] date;
    private final byte[] service;
    private final byte[] signing;

    private SigningKey(byte[] date, byte[] service, byte[] signing) {
        this.date = date;
        this.service = service;
        this.signing = signing;
    }

    public static SigningKey derive(String secretKey, CredentialScope scope) {
        byte[] secret = ("TC3" + secretKey).getBytes(StandardCharsets.UTF_8);
        byte[] date = Sha256.hmac(secret, scope.date().toString());
        byte[] service = Sha256.hmac(date, scope.service());
        return new SigningKey(date, service, Sha256.hmac(service, CredentialScope.TERMINATOR));
    }

    /** Lower-case hex of the signature. */
    public String sign(StringToSign text) {
        return HexFormat.of().formatHex(Sha256.hmac(signing, text.text()));
    }

    String dateHex() {
        return HexFormat.of().formatHex(date);
    }

    String serviceHex() {
        return HexFormat.of().formatHex(service);
    }

    String signingHex() {
        return HexFormat.of().formatHex(signing);
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
