package edgeone.purge.accounts.imports;

import edgeone.purge.accounts.AccountException;
import edgeone.purge.accounts.AccountProblem;
import edgeone.purge.accounts.EnvironmentKeys;
import edgeone.purge.accounts.Site;
import edgeone.purge.accounts.imports.ImportReport.Found;
import edgeone.purge.accounts.imports.ImportReport.Reason;
import edgeone.purge.accounts.imports.ImportReport.Skipped;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds keys where Tencent's own tools store them: TCCLI profiles, the SDKs' credentials file, the
 * environment. Only reads; an unexpected file is reported and skipped.
 */
public final class CredentialImport {
    private static final int LARGEST_BYTES = 1 << 20;

    private final Path userHome;
    private final Map<String, String> environment;
    private final Clock clock;

    /**
     * @param userHome the user's home folder, which has {@code .tccli} and {@code .tencentcloud}
     */
    public CredentialImport(Path userHome, Map<String, String> environment, Clock clock) {
        this.userHome = userHome;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    /** Why something was skipped. */
    static final class SkipException extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        SkipException(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    /** Everything found; the caller closes it. */
    public ImportReport look() {
        List<Found> found = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        lookIntoEnvironment(found, skipped);
        new TccliProfiles(userHome.resolve(".tccli"), clock).look(found, skipped);
        Path file = userHome.resolve(".tencentcloud").resolve("credentials");
        if (Files.exists(file)) {
            try {
                found.add(SdkCredentials.parse(text(file), file.toString()));
            } catch (SkipException e) {
                skipped.add(new Skipped(file.toString(), e.reason()));
            }
        }
        return new ImportReport(found, skipped);
    }

    private void lookIntoEnvironment(List<Found> found, List<Skipped> skipped) {
        try {
            Optional<EnvironmentKeys> keys = EnvironmentKeys.of(environment);
            keys.ifPresent(
                    k ->
                            found.add(
                                    new Found(
                                            "env",
                                            "environment",
                                            Site.CHINA,
                                            k.secretId(),
                                            k.secret(),
                                            null,
                                            k.region())));
        } catch (AccountException e) {
            boolean half = e.problems().contains(AccountProblem.ENVIRONMENT_HALF_SET);
            skipped.add(new Skipped("environment", half ? Reason.HALF_SET : Reason.BAD_KEY));
        }
    }

    /** A small UTF-8 text file. */
    static String text(Path file) throws SkipException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                throw new SkipException(Reason.MALFORMED);
            }
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new SkipException(Reason.MALFORMED);
        } catch (IOException e) {
            throw new SkipException(Reason.UNREADABLE);
        }
    }
}
