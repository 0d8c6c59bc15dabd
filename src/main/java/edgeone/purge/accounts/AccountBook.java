package edgeone.purge.accounts;

import edgeone.purge.files.FileGuard;
import edgeone.purge.files.PrivateFile;
import edgeone.purge.model.SafetyLevel;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The accounts of a home folder, in {@code accounts.json}, without their secrets. Keeps nothing in
 * memory: every call reads the file, and every change holds a lock that other processes respect, so
 * several windows and commands can work at once. Thread-safe.
 */
public final class AccountBook {
    /** The longest time for which a safety level may be lowered. */
    public static final Duration LONGEST_LOWERING = Duration.ofDays(7);

    private final PrivateFile file;
    private final Clock clock;
    private final Consumer<List<Account>> saved;
    private final AccountJson json = new AccountJson();

    /**
     * @param home folder that holds {@code accounts.json}; made when first needed
     */
    public AccountBook(Path home, Clock clock) {
        this(home, clock, _ -> {});
    }

    /**
     * @param home folder that holds {@code accounts.json}; made when first needed
     * @param saved receives the accounts after every change, before another process can make the
     *     next one
     */
    public AccountBook(Path home, Clock clock, Consumer<List<Account>> saved) {
        this.file = new PrivateFile(home.resolve("accounts.json"));
        this.clock = clock;
        this.saved = saved;
    }

    /**
     * The content of the book.
     *
     * @param accounts in the order they were added
     * @param everStored whether there ever was one, even if all are removed now: that ends the demo
     * @param setAside where a damaged file was moved, to tell the user; null if it was intact
     */
    public record Contents(List<Account> accounts, boolean everStored, @Nullable Path setAside) {
        public Contents {
            accounts = List.copyOf(accounts);
        }

        public Optional<Account> named(String name) {
            String folded = AccountName.folded(name);
            return accounts.stream()
                    .filter(a -> AccountName.folded(a.name()).equals(folded))
                    .findFirst();
        }

        public Optional<Account> withId(String id) {
            return accounts.stream().filter(a -> a.id().equals(id)).findFirst();
        }

        public Optional<Account> defaultAccount() {
            return accounts.stream().filter(Account::isDefault).findFirst();
        }
    }

    /**
     * Reads the book. A damaged file is moved aside and replaced with what could still be read.
     *
     * @throws IOException the file cannot be read, or a newer program wrote it
     */
    public Contents read() throws IOException {
        AccountJson.Content content = load();
        if (!content.damaged()) {
            return new Contents(content.accounts(), content.everStored(), null);
        }
        try (FileGuard _ = FileGuard.of(file)) {
            return mended();
        }
    }

    /**
     * Reads what is readable without changing anything: a damaged file is left for {@link #read} to
     * move aside and report.
     *
     * @throws IOException the file cannot be read, or a newer program wrote it
     */
    public List<Account> readable() throws IOException {
        return load().accounts();
    }

    /**
     * Adds an account; the only one becomes the default.
     *
     * @throws AccountException the name is invalid or taken
     */
    public Account add(Account account) throws AccountException, IOException {
        try (FileGuard _ = FileGuard.of(file)) {
            Contents before = mended();
            checkName(before, account.id(), account.name());
            Account added = account.withDefault(before.accounts().isEmpty());
            List<Account> accounts = new ArrayList<>(before.accounts());
            accounts.add(added);
            save(accounts);
            return added;
        }
    }

    /**
     * Changes an account, except for its ID, whether it is the default, and its safety level, which
     * only {@link #changeSafety} changes.
     */
    public Account edit(String id, UnaryOperator<Account> change)
            throws AccountException, IOException {
        return replace(
                id,
                before -> {
                    Account after = change.apply(before);
                    if (!after.id().equals(id)) {
                        throw new IllegalArgumentException("an account's ID cannot change");
                    }
                    return after.withSafety(before.safety()).withDefault(before.isDefault());
                });
    }

    /** Removes an account but not its secret. If it was the default, there is none afterwards. */
    public void remove(String id) throws AccountException, IOException {
        try (FileGuard _ = FileGuard.of(file)) {
            Contents before = mended();
            List<Account> accounts = new ArrayList<>(before.accounts());
            if (!accounts.removeIf(a -> a.id().equals(id))) {
                throw new AccountException(AccountProblem.NO_SUCH_ACCOUNT, id);
            }
            save(accounts);
        }
    }

    public void makeDefault(String id) throws AccountException, IOException {
        try (FileGuard _ = FileGuard.of(file)) {
            Contents before = mended();
            if (before.withId(id).isEmpty()) {
                throw new AccountException(AccountProblem.NO_SUCH_ACCOUNT, id);
            }
            save(before.accounts().stream().map(a -> a.withDefault(a.id().equals(id))).toList());
        }
    }

    /**
     * Changes the safety level. Raising it takes effect at once. Lowering it requires the account's
     * name to be typed, is recorded in {@code log} first, and ends after {@code time}.
     *
     * @param typedName what was typed; null if it was not requested
     * @param time 1 minute to {@link #LONGEST_LOWERING}; ignored when raising
     * @throws IOException also if the lowering could not be recorded
     */
    public Account changeSafety(
            String id, SafetyLevel to, @Nullable String typedName, Duration time, SafetyLog log)
            throws AccountException, IOException {
        Instant now = clock.instant();
        return replace(
                id,
                before -> {
                    Safety safety = before.safety();
                    if (!safety.wouldLower(to, now)) {
                        return before.withSafety(safety.raisedTo(to, now));
                    }
                    checkLowering(before, typedName, time);
                    Instant until = now.plus(time);
                    log.lowering(
                            new SafetyLog.Lowering(
                                    id,
                                    before.name(),
                                    now,
                                    safety.effectiveLevel(now),
                                    to,
                                    safety.standing(),
                                    until));
                    return before.withSafety(safety.loweredTo(to, until));
                });
    }

    private static void checkLowering(Account account, @Nullable String typedName, Duration time)
            throws AccountException {
        if (typedName == null || typedName.isBlank()) {
            throw new AccountException(AccountProblem.SAFETY_NAME_NOT_TYPED, account.name());
        }
        if (!typedName.strip().equals(account.name())) {
            throw new AccountException(AccountProblem.SAFETY_NAME_MISTYPED, account.name());
        }
        if (time.compareTo(Duration.ofMinutes(1)) < 0 || time.compareTo(LONGEST_LOWERING) > 0) {
            throw new AccountException(AccountProblem.SAFETY_TIME_OUT_OF_BOUNDS, account.name());
        }
    }

    /** A change to one account, which may be refused. */
    private interface Change {
        Account apply(Account before) throws AccountException, IOException;
    }

    private Account replace(String id, Change change) throws AccountException, IOException {
        try (FileGuard _ = FileGuard.of(file)) {
            Contents before = mended();
            Account old =
                    before.withId(id)
                            .orElseThrow(
                                    () -> new AccountException(AccountProblem.NO_SUCH_ACCOUNT, id));
            Account changed = change.apply(old);
            if (!changed.name().equals(old.name())) {
                checkName(before, id, changed.name());
            }
            save(before.accounts().stream().map(a -> a.id().equals(id) ? changed : a).toList());
            return changed;
        }
    }

    private static void checkName(Contents contents, String id, String name)
            throws AccountException {
        Optional<AccountProblem> problem = AccountName.problemOf(name);
        if (problem.isPresent()) {
            throw new AccountException(problem.get(), name);
        }
        if (contents.named(name).filter(a -> !a.id().equals(id)).isPresent()) {
            throw new AccountException(AccountProblem.NAME_TAKEN, name);
        }
    }

    private AccountJson.Content load() throws IOException {
        Optional<byte[]> bytes = file.read();
        if (bytes.isEmpty()) {
            return AccountJson.Content.EMPTY;
        }
        return json.read(bytes.get())
                .orElseThrow(
                        () -> new IOException(file.path() + " was written by a newer version"));
    }

    /** The current book, with a damaged file moved aside; the caller holds the guard. */
    private Contents mended() throws IOException {
        AccountJson.Content content = load();
        Path aside = null;
        if (content.damaged()) {
            aside = file.setAside(clock);
            file.write(json.write(content));
        }
        return new Contents(content.accounts(), content.everStored(), aside);
    }

    private void save(List<Account> accounts) throws IOException {
        file.write(json.write(new AccountJson.Content(true, accounts, false)));
        saved.accept(accounts);
    }
}
