package edgeone.purge.accounts;

import edgeone.purge.secrets.Secret;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys from the environment: {@code TENCENTCLOUD_SECRET_ID}, {@code TENCENTCLOUD_SECRET_KEY} and
 * optionally {@code TENCENTCLOUD_TOKEN}. An empty variable counts as not set.
 */
public record EnvironmentKeys(String secretId, Secret secret, @Nullable String region) {

    /**
     * The keys; empty if none of the three variables is set.
     *
     * @throws AccountException only some are set, or their values are invalid
     */
    public static Optional<EnvironmentKeys> of(Map<String, String> environment)
            throws AccountException {
        String id = environment.getOrDefault("TENCENTCLOUD_SECRET_ID", "");
        String key = environment.getOrDefault("TENCENTCLOUD_SECRET_KEY", "");
        String token = environment.getOrDefault("TENCENTCLOUD_TOKEN", "");
        if (id.isEmpty() && key.isEmpty() && token.isEmpty()) {
            return Optional.empty();
        }
        if (id.isEmpty() || key.isEmpty()) {
            throw new AccountException(AccountProblem.ENVIRONMENT_HALF_SET, "TENCENTCLOUD_*");
        }
        char[] tokenCharacters = token.isEmpty() ? null : token.toCharArray();
        List<AccountProblem> problems =
                KeyHygiene.problemsOf(id, key.toCharArray(), tokenCharacters);
        if (!problems.isEmpty()) {
            throw new AccountException(problems, "TENCENTCLOUD_*");
        }
        String region = environment.getOrDefault("TENCENTCLOUD_REGION", "");
        return Optional.of(
                new EnvironmentKeys(
                        id,
                        new Secret(key.toCharArray(), tokenCharacters),
                        region.isBlank() ? null : region));
    }

    @Override
    public String toString() {
        return "EnvironmentKeys";
    }
}
