package edgeone.purge.accounts.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.accounts.check.CamPolicy.Role;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

final class CamPolicyTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void purgingIsAllowedOnTheZonesNamedAndNowhereElse() {
        JsonNode policy = JSON.readTree(CamPolicy.json(Role.PURGE, List.of("zone-2a", "zone-3b")));
        assertThat(policy)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"version":"2.0","statement":[
                                 {"effect":"allow","action":["teo:DescribeZones"],"resource":["*"]},
                                 {"effect":"allow",
                                  "action":["teo:DescribeAccelerationDomains",
                                   "teo:DescribeContentQuota","teo:DescribePurgeTasks",
                                   "teo:CreatePurgeTask"],
                                  "resource":["qcs::teo:::zone/zone-2a","qcs::teo:::zone/zone-3b"]}
                                ]}\
                                """));
    }

    @Test
    void eachRoleAllowsMoreThanTheOneBefore() {
        String read = CamPolicy.json(Role.READ_ONLY, List.of());
        String purge = CamPolicy.json(Role.PURGE, List.of());
        String full = CamPolicy.json(Role.FULL, List.of());
        assertThat(read).doesNotContain("Create", "zone/").contains("DescribePurgeTasks");
        assertThat(purge).contains("CreatePurgeTask").doesNotContain("Prefetch");
        assertThat(full).contains("CreatePurgeTask", "CreatePrefetchTask");
        assertThat(List.of(read, purge, full)).noneMatch(p -> p.contains("teo:*"));
    }

    @Test
    void anInvalidZoneNeverWidensAPolicy() {
        for (String bad : List.of("", "*", "zone-*", "zone-", "zone-1/../*", "example.com")) {
            assertThatThrownBy(() -> CamPolicy.json(Role.PURGE, List.of(bad)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatCamCannotExpressIsExplained() {
        assertThat(Messages.in(Language.ENGLISH).text(Role.PURGE.key()))
                .contains("no policy can allow purging URLs and deny purging a whole zone");
    }
}
