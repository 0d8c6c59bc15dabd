package edgeone.purge.app;

import edgeone.purge.app.wiring.EnvironmentProxy;
import edgeone.purge.app.wiring.Networks;
import edgeone.purge.app.wiring.SignIn;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.Secret;
import edgeone.purge.settings.ProxySetting;
import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.desk.TeamAccess;

import java.util.List;
import java.util.Map;

/** The secrets in the environment, used or not. */
final class EnvironmentSecrets {
    private EnvironmentSecrets() {}

    /** Registers them as they are, even if they are not valid keys. */
    static void learn(Map<String, String> environment, KnownSecrets known) {
        for (String name : List.of("TENCENTCLOUD_SECRET_KEY", "TENCENTCLOUD_TOKEN")) {
            String value = environment.getOrDefault(name, "");
            if (!value.isBlank()) {
                try (Secret secret = new Secret(value.strip().toCharArray(), null)) {
                    known.add(SignIn.ENVIRONMENT, secret);
                }
            }
        }
        EnvironmentProxy.of(environment)
                .map(EnvironmentProxy::password)
                .ifPresent(password -> learnProxy(password, known));
        String ownProxys = environment.getOrDefault(ProxySetting.PASSWORD_VARIABLE, "");
        if (!ownProxys.isEmpty()) {
            learnProxy(ownProxys, known);
        }
        String teams = environment.getOrDefault(TeamSetting.PASSWORD_VARIABLE, "");
        if (!teams.isEmpty()) {
            try (Secret secret = new Secret(teams.toCharArray(), null)) {
                known.addTeamPassword(TeamAccess.PASSWORD, secret);
            }
        }
    }

    private static void learnProxy(String password, KnownSecrets known) {
        try (Secret secret = new Secret(password.toCharArray(), null)) {
            known.addProxyPassword(Networks.PROXY, secret);
        }
    }
}
