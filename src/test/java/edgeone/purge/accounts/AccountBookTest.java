package edgeone.purge.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.model.SafetyLevel;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.teo.net.TeoEndpoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

final class AccountBookTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String ID = "AKID" + "a".repeat(32);

    @TempDir Path home;

    private AccountBook book() {
        return new AccountBook(home, CLOCK);
    }

    @Test
    void anAccountKeepsItsIdentityUntilItIsRemoved() throws Exception {
        Account alpha = book().add(Account.of("alpha", Site.CHINA, ID, StoreKind.FILE));
        Account beta = book().edit(alpha.id(), a -> a.withName("beta"));
        Account second = book().add(Account.of("alpha", Site.CHINA, ID, StoreKind.FILE));
        assertThat(book().read().named("beta")).map(Account::id).contains(alpha.id());
        assertThat(beta.id()).isEqualTo(alpha.id());
        assertThat(second.id()).isNotEqualTo(alpha.id());

        book().remove(beta.id());
        Account third = book().add(Account.of("beta", Site.CHINA, ID, StoreKind.FILE));
        assertThat(third.id()).isNotIn(alpha.id(), second.id());
    }

    @Test
    void everyChangeIsPassedOn() throws Exception {
        List<List<String>> told = new ArrayList<>();
        AccountBook book =
                new AccountBook(
                        home, CLOCK, saved -> told.add(saved.stream().map(Account::name).toList()));
        Account alpha = book.add(Account.of("alpha", Site.CHINA, ID, StoreKind.FILE));
        book.edit(alpha.id(), a -> a.withName("beta"));
        book.remove(alpha.id());
        assertThat(told).containsExactly(List.of("alpha"), List.of("beta"), List.of());
    }

    /** Listing jobs must not use up the only report of the damage. */
    @Test
    void aDamagedFileIsReadWithoutBeingSetAside() throws Exception {
        book().add(Account.of("alpha", Site.CHINA, ID, StoreKind.FILE));
        Path file = home.resolve("accounts.json");
        String damaged = Files.readString(file).replaceFirst("\\]", ", 7 ]");
        Files.writeString(file, damaged);

        assertThat(book().readable()).extracting(Account::name).containsExactly("alpha");
        assertThat(file).hasContent(damaged);
        assertThat(book().read().setAside()).isNotNull();
    }

    @Test
    void anAccountIsCompleteAfterARestart() throws Exception {
        Account full =
                Account.of(
                                "生产 prod",
                                new Site.Own(TeoEndpoint.of("http://127.0.0.1:8080")),
                                ID,
                                StoreKind.SESSION)
                        .withKey(ID, true, NOW.plusSeconds(60))
                        .withSite(Site.INTERNATIONAL, "ap-singapore")
                        .withColour(AccountColour.RED)
                        .withSafety(
                                new Safety(
                                        SafetyLevel.READ_ONLY,
                                        SafetyLevel.NORMAL,
                                        NOW.plusSeconds(600)))
                        .withDefaultZone("zone-123");
        Account plain = Account.of("test", Site.CHINA, ID, StoreKind.KEYCHAIN);
        book().add(full);
        book().add(plain);
        AccountBook.Contents read = book().read();
        assertThat(read.accounts()).containsExactly(full.withDefault(true), plain);
        assertThat(read.defaultAccount()).contains(full.withDefault(true));
        assertThat(read.setAside()).isNull();
    }

    @Test
    void theFileIsForTheOwnerOnly() throws Exception {
        book().add(Account.of("a", Site.CHINA, ID, StoreKind.SESSION));
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(home.resolve("accounts.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void thatThereWasAnAccountIsKnownAfterTheLastIsRemoved() throws Exception {
        assertThat(book().read().everStored()).isFalse();
        Account a = book().add(Account.of("a", Site.CHINA, ID, StoreKind.SESSION));
        book().remove(a.id());
        assertThat(book().read().accounts()).isEmpty();
        assertThat(book().read().everStored()).isTrue();
    }

    @Test
    void noOtherAccountBecomesTheDefaultWhenItIsRemoved() throws Exception {
        Account a = book().add(Account.of("a", Site.CHINA, ID, StoreKind.SESSION));
        Account b = book().add(Account.of("b", Site.CHINA, ID, StoreKind.SESSION));
        assertThat(book().read().defaultAccount().orElseThrow().name()).isEqualTo("a");
        book().remove(a.id());
        assertThat(book().read().defaultAccount()).isEmpty();
        book().makeDefault(b.id());
        assertThat(book().read().defaultAccount().orElseThrow().name()).isEqualTo("b");
    }

    @Test
    void namesThatLookTheSameAreTheSame() throws Exception {
        Account prod = book().add(Account.of("Prod", Site.CHINA, ID, StoreKind.SESSION));
        for (String same : List.of("prod", "PROD", "Ｐｒｏｄ")) {
            assertProblem(
                    AccountProblem.NAME_TAKEN,
                    () -> book().add(Account.of(same, Site.CHINA, ID, StoreKind.SESSION)));
        }
        assertThat(book().read().named("pROD")).isPresent();
        Account other = book().add(Account.of("other", Site.CHINA, ID, StoreKind.SESSION));
        assertProblem(
                AccountProblem.NAME_TAKEN, () -> book().edit(other.id(), a -> a.withName("prod")));
        assertThat(book().edit(prod.id(), a -> a.withName("PROD")).name()).isEqualTo("PROD");
        assertThat(book().read().withId(prod.id()).orElseThrow().name()).isEqualTo("PROD");
    }

    @Test
    void anInvalidNameIsRefused() {
        record Case(String name, AccountProblem problem) {}
        for (Case c :
                List.of(
                        new Case("", AccountProblem.NAME_BLANK),
                        new Case(" \t", AccountProblem.NAME_BLANK),
                        new Case(" a", AccountProblem.NAME_PADDED),
                        new Case("a\nb", AccountProblem.NAME_ODD),
                        new Case("a\u202eb", AccountProblem.NAME_ODD),
                        new Case("Demo", AccountProblem.NAME_RESERVED),
                        new Case("x".repeat(61), AccountProblem.NAME_TOO_LONG))) {
            assertProblem(
                    c.problem(),
                    () -> book().add(Account.of(c.name(), Site.CHINA, ID, StoreKind.SESSION)));
        }
    }

    @Test
    void editingKeepsIdDefaultAndSafety() throws Exception {
        Account a =
                book().add(
                                Account.of("a", Site.CHINA, ID, StoreKind.SESSION)
                                        .withSafety(Safety.of(SafetyLevel.READ_ONLY)));
        Account edited =
                book().edit(
                                a.id(),
                                x ->
                                        x.withColour(AccountColour.TEAL)
                                                .withSafety(Safety.of(SafetyLevel.NORMAL))
                                                .withDefault(false));
        assertThat(edited).isEqualTo(a.withColour(AccountColour.TEAL));
        assertThat(book().read().accounts()).containsExactly(edited);
    }

    @Test
    void aFileThatIsNotABookIsSetAsideAndNeverMakesADemo() throws Exception {
        for (String content : List.of("", "{", "[]", "null", "{\"format\":1}", "\u0000\u0001")) {
            Files.writeString(home.resolve("accounts.json"), content);
            AccountBook.Contents read = book().read();
            assertThat(read.setAside()).as(content).isNotNull().hasContent(content);
            assertThat(read.everStored()).isTrue();
            assertThat(book().read().setAside()).as("mended").isNull();
            assertThat(book().read().everStored()).isTrue();
        }
    }

    @Test
    void oneDamagedEntryDoesNotTakeTheOthersWithIt() throws Exception {
        book().add(Account.of("good", Site.CHINA, ID, StoreKind.SESSION));
        book().add(Account.of("bad", Site.CHINA, ID, StoreKind.SESSION));
        Path file = home.resolve("accounts.json");
        String damaged =
                Files.readString(file)
                        .replaceFirst("(?s)(\"bad\".*?\"safety\" : )\"normal\"", "$1\"x\"");
        Files.writeString(file, damaged);
        AccountBook.Contents read = book().read();
        assertThat(read.accounts()).extracting(Account::name).containsExactly("good");
        assertThat(read.setAside()).hasContent(damaged);
        book().add(Account.of("more", Site.CHINA, ID, StoreKind.SESSION));
        assertThat(book().read().accounts())
                .extracting(Account::name)
                .containsExactly("good", "more");
    }

    @Test
    void aBookOfANewerVersionIsLeftAlone() throws Exception {
        String newer = "{\"format\":2,\"accounts\":[]}";
        Files.writeString(home.resolve("accounts.json"), newer);
        assertThatThrownBy(() -> book().read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("newer version");
        assertThatThrownBy(() -> book().add(Account.of("a", Site.CHINA, ID, StoreKind.SESSION)))
                .isInstanceOf(IOException.class);
        assertThat(home.resolve("accounts.json")).hasContent(newer);
    }

    @Test
    void loweringNeedsTheNameIsRecordedFirstAndFallsBack() throws Exception {
        Account a =
                book().add(
                                Account.of("Prod", Site.CHINA, ID, StoreKind.SESSION)
                                        .withSafety(Safety.of(SafetyLevel.READ_ONLY)));
        List<SafetyLog.Lowering> log = new ArrayList<>();
        Duration hour = Duration.ofHours(1);
        assertProblem(
                AccountProblem.SAFETY_NAME_NOT_TYPED,
                () -> book().changeSafety(a.id(), SafetyLevel.NORMAL, null, hour, log::add));
        assertProblem(
                AccountProblem.SAFETY_NAME_MISTYPED,
                () -> book().changeSafety(a.id(), SafetyLevel.NORMAL, "prod", hour, log::add));
        for (Duration bad :
                List.of(
                        Duration.ZERO,
                        Duration.ofHours(-1),
                        Duration.ofMinutes(1).minusNanos(1),
                        AccountBook.LONGEST_LOWERING.plusNanos(1))) {
            assertProblem(
                    AccountProblem.SAFETY_TIME_OUT_OF_BOUNDS,
                    () -> book().changeSafety(a.id(), SafetyLevel.NORMAL, "Prod", bad, log::add));
        }
        assertThatThrownBy(
                        () ->
                                book().changeSafety(
                                                a.id(),
                                                SafetyLevel.NORMAL,
                                                "Prod",
                                                hour,
                                                _ -> {
                                                    throw new IOException("disk full");
                                                }))
                .hasMessage("disk full");
        assertThat(log).isEmpty();
        assertThat(book().read().accounts()).containsExactly(a);

        book().changeSafety(a.id(), SafetyLevel.NORMAL, "Prod", hour, log::add);
        assertThat(log)
                .containsExactly(
                        new SafetyLog.Lowering(
                                a.id(),
                                "Prod",
                                NOW,
                                SafetyLevel.READ_ONLY,
                                SafetyLevel.NORMAL,
                                SafetyLevel.READ_ONLY,
                                NOW.plus(hour)));
        Safety lowered = book().read().accounts().getFirst().safety();
        assertThat(lowered.effectiveLevel(NOW)).isEqualTo(SafetyLevel.NORMAL);
        assertThat(lowered.effectiveLevel(NOW.plus(hour).minusMillis(1)))
                .isEqualTo(SafetyLevel.NORMAL);
        assertThat(lowered.effectiveLevel(NOW.plus(hour))).isEqualTo(SafetyLevel.READ_ONLY);
    }

    @Test
    void aLevelIsLoweredForOneMinuteToSevenDays() throws Exception {
        Account a =
                book().add(
                                Account.of("Prod", Site.CHINA, ID, StoreKind.SESSION)
                                        .withSafety(Safety.of(SafetyLevel.READ_ONLY)));
        for (Duration time : List.of(Duration.ofMinutes(1), Duration.ofDays(7))) {
            Account lowered =
                    book().changeSafety(a.id(), SafetyLevel.NORMAL, "Prod", time, _ -> {});
            assertThat(lowered.safety().until()).isEqualTo(NOW.plus(time));
            book().changeSafety(a.id(), SafetyLevel.READ_ONLY, null, Duration.ZERO, _ -> {});
        }
    }

    @Test
    void raisingNeedsNoConfirmationAndKeepsTheStandingLevel() throws Exception {
        Account a =
                book().add(
                                Account.of("a", Site.CHINA, ID, StoreKind.SESSION)
                                        .withSafety(Safety.of(SafetyLevel.CONFIRM_ALL)));
        SafetyLog none =
                _ -> {
                    throw new IOException("raising is not a lowering");
                };
        Duration hour = Duration.ofHours(1);
        book().changeSafety(a.id(), SafetyLevel.NORMAL, "a", hour, _ -> {});
        Safety half =
                book().changeSafety(a.id(), SafetyLevel.CONFIRM_WIDE, null, Duration.ZERO, none)
                        .safety();
        assertThat(half.effectiveLevel(NOW)).isEqualTo(SafetyLevel.CONFIRM_WIDE);
        assertThat(half.effectiveLevel(NOW.plus(hour))).isEqualTo(SafetyLevel.CONFIRM_ALL);
        Safety back =
                book().changeSafety(a.id(), SafetyLevel.CONFIRM_ALL, null, Duration.ZERO, none)
                        .safety();
        assertThat(back).isEqualTo(Safety.of(SafetyLevel.CONFIRM_ALL));
        Safety higher =
                book().changeSafety(a.id(), SafetyLevel.READ_ONLY, null, Duration.ZERO, none)
                        .safety();
        assertThat(higher).isEqualTo(Safety.of(SafetyLevel.READ_ONLY));
    }

    /** Four processes add 15 accounts each at the same time; none is lost. */
    @Test
    void severalProcessesShareTheBook() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int p = 0; p < 4; p++) {
            processes.add(
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx64m",
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    AddAccounts.class.getName(),
                                    home.toString(),
                                    "p" + p,
                                    "15")
                            .redirectErrorStream(true)
                            .start());
        }
        for (Process process : processes) {
            String output = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(output).isZero();
        }
        AccountBook.Contents read = book().read();
        assertThat(read.setAside()).isNull();
        assertThat(read.accounts()).hasSize(60);
        assertThat(read.accounts()).filteredOn(Account::isDefault).hasSize(1);
    }

    /** What one of the processes does. */
    static final class AddAccounts {
        public static void main(String[] args) throws Exception {
            AccountBook book = new AccountBook(Path.of(args[0]), Clock.systemUTC());
            for (int n = 0; n < Integer.parseInt(args[2]); n++) {
                book.add(Account.of(args[1] + "-" + n, Site.CHINA, ID, StoreKind.SESSION));
            }
        }

        private AddAccounts() {}
    }

    private static void assertProblem(
            AccountProblem problem,
            org.assertj.core.api.ThrowableAssert.ThrowingCallable callable) {
        assertThatThrownBy(callable)
                .isInstanceOfSatisfying(
                        AccountException.class,
                        e -> assertThat(e.problems()).containsExactly(problem));
    }
}
