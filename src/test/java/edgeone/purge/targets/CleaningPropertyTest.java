package edgeone.purge.targets;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetList.Rewrite;
import edgeone.purge.targets.TargetList.RewriteKind;
import edgeone.purge.targets.TargetList.Target;
import edgeone.purge.targets.rules.Fix;
import edgeone.purge.targets.rules.TwinKind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** What must hold for fixes and twins, whatever is pasted; seeded. */
class CleaningPropertyTest {
    private static final ZoneHosts HOSTS =
            new ZoneHosts.Listed(
                    List.of(
                            new AccelerationDomain(HostileText.HOST, "online"),
                            new AccelerationDomain("*.img.example.com", "online")));
    private static final String[] AROUND = {
        "\"",
        "'",
        "<",
        ">",
        "(",
        ")",
        "- ",
        "• ",
        ",",
        "，",
        "。",
        "\u200B",
        "\u00A0",
        " ",
        "[",
        "]",
        "“",
        "”",
        "1. ",
        "> ",
        "https://www.example.com/a",
        "http://www.example.com/b/c",
        "/d/..",
        "#e",
        "?f",
        "www.example.com",
    };

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int line = random.nextInt(1, 4); line > 0; line--) {
            for (int piece = random.nextInt(1, 7); piece > 0; piece--) {
                text.append(AROUND[random.nextInt(AROUND.length)]);
            }
            text.append(random.nextInt(3) == 0 ? HostileText.next(random) : "").append('\n');
        }
        return text.toString();
    }

    /** Of each kind; as many as take no more than seconds. */
    int inputs() {
        return 5_000;
    }

    /** A fix puts right what it is for, and only says what the line says. */
    @ParameterizedTest
    @EnumSource(value = PurgeType.class, names = "ALL", mode = EnumSource.Mode.EXCLUDE)
    void aFixIsNeverOfferedInVain(PurgeType type) {
        Random random = new Random(11L + type.ordinal());
        int fixes = 0;
        for (int i = 0; i < inputs(); i++) {
            String text = text(random);
            for (Problem problem : TargetReader.read(type, text, HOSTS).problems()) {
                for (Fix fix : problem.fixes()) {
                    fixes++;
                    Set<ProblemKind> left = new HashSet<>();
                    for (String line : fix.lines()) {
                        TargetReader.read(type, line, HOSTS)
                                .problems()
                                .forEach(p -> left.add(p.kind()));
                    }
                    assertThat(left).as(fix + " of " + text).doesNotContain(problem.kind());
                }
            }
        }
        assertThat(fixes).as("fixes, so that the rule was tried").isGreaterThan(inputs() / 250);
    }

    /** What is taken by itself stands in the line, and ends where the address ends. */
    @ParameterizedTest
    @EnumSource(value = PurgeType.class, names = "ALL", mode = EnumSource.Mode.EXCLUDE)
    void nothingThatIsTakenIsWiderThanTheLine(PurgeType type) {
        Random random = new Random(23L + type.ordinal());
        int taken = 0;
        for (int i = 0; i < inputs(); i++) {
            String text = text(random);
            TargetList list =
                    TargetReader.read(
                            type, TargetLines.of(text), HOSTS, new Cleaning(true, Set.of()));
            assertThat(list.refused()).as(text).isEqualTo(list.problems().size());
            for (Rewrite rewrite : list.rewrites()) {
                if (rewrite.kinds().contains(RewriteKind.UNWRAPPED)
                        || rewrite.kinds().contains(RewriteKind.SPLIT)) {
                    taken++;
                    assertThat(endsWhereItEnds(type, rewrite)).as(text + rewrite).isTrue();
                }
            }
        }
        assertThat(taken == 0).as("nothing taken").isEqualTo(type == PurgeType.CACHE_TAG);
    }

    private static boolean endsWhereItEnds(PurgeType type, Rewrite rewrite) {
        String after = rewrite.after();
        if (type == PurgeType.PREFIX && rewrite.kinds().contains(RewriteKind.SLASH_ADDED)) {
            after = after.substring(0, after.length() - 1);
        }
        if (rewrite.kinds().contains(RewriteKind.ENCODED)
                || rewrite.kinds().contains(RewriteKind.HOST_PUNYCODE)
                || rewrite.kinds().contains(RewriteKind.DEFAULT_PORT)) {
            return true;
        }
        String before = rewrite.before().toLowerCase(Locale.ROOT);
        String wanted = after.toLowerCase(Locale.ROOT);
        for (int at = before.indexOf(wanted); at >= 0; at = before.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if (end == before.length()
                    || isEnd(before.charAt(end))
                    || before.startsWith("http", end)) {
                return true;
            }
        }
        return false;
    }

    /** A letter, a digit, a slash: then the address went on. */
    private static boolean isEnd(char c) {
        return !Character.isLetterOrDigit(c) && "/?#%&=_-.~:@!$*+".indexOf(c) < 0;
    }

    @ParameterizedTest
    @EnumSource(value = PurgeType.class, names = "ALL", mode = EnumSource.Mode.EXCLUDE)
    void twinsAreOfTheSameTypeAndNoWider(PurgeType type) {
        Random random = new Random(37L + type.ordinal());
        int twins = 0;
        for (int i = 0; i < inputs(); i++) {
            String text = HostileText.next(random);
            TargetList plain = TargetReader.read(type, text, HOSTS);
            TargetList list =
                    TargetReader.read(
                            type,
                            TargetLines.of(text),
                            HOSTS,
                            new Cleaning(false, EnumSet.allOf(TwinKind.class)));
            twins += list.twins();
            assertThat(list.targets()).startsWith(plain.targets().toArray(Target[]::new));
            assertThat(list.targets()).hasSize(plain.targets().size() + list.twins());
            assertThat(list.refused()).isEqualTo(plain.refused());
            for (Target twin :
                    list.targets().subList(plain.targets().size(), list.targets().size())) {
                TargetList again = TargetReader.read(type, twin.text(), HOSTS);
                assertThat(again.targets()).extracting(Target::text).containsExactly(twin.text());
                if (type == PurgeType.PREFIX) {
                    assertThat(plain.targets())
                            .extracting(t -> t.text().replaceFirst("^https?:", ""))
                            .contains(twin.text().replaceFirst("^https?:", ""));
                }
            }
        }
        boolean has = type == PurgeType.PREFIX || type == PurgeType.URL || type.isPrefetch();
        assertThat(twins > inputs() / 50).isEqualTo(has);
    }
}
