package edgeone.purge.accounts;

import edgeone.purge.model.SafetyLevel;
import edgeone.purge.secrets.StoreKind;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code accounts.json}, format 1. Unreadable entries are skipped and reported. */
final class AccountJson {
    static final int FORMAT = 1;

    /**
     * In a class of its own, because it is slow to create and a window opens before it is needed.
     */
    private static final class Json {
        static final ObjectMapper MAPPER =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    /** The content of a file; {@code damaged} if part of it could not be read. */
    record Content(boolean everStored, List<Account> accounts, boolean damaged) {
        static final Content EMPTY = new Content(false, List.of(), false);
        static final Content UNREADABLE = new Content(true, List.of(), true);

        Content {
            accounts = List.copyOf(accounts);
        }
    }

    byte[] write(Content content) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.put("format", FORMAT);
        root.put("everStored", content.everStored());
        ArrayNode list = root.putArray("accounts");
        for (Account account : content.accounts()) {
            put(list.addObject(), account);
        }
        return Json.MAPPER.writeValueAsBytes(root);
    }

    /** Empty if a newer version wrote it. */
    Optional<Content> read(byte[] bytes) {
        JsonNode root;
        try {
            root = Json.MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            return Optional.of(Content.UNREADABLE);
        }
        if (root == null || !root.path("format").isInt() || !root.path("accounts").isArray()) {
            return Optional.of(Content.UNREADABLE);
        }
        if (root.path("format").intValue() > FORMAT) {
            return Optional.empty();
        }
        List<Account> accounts = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        boolean damaged = false;
        boolean defaultSeen = false;
        for (JsonNode entry : root.path("accounts")) {
            Account account = entry.isObject() ? accountOf(entry) : null;
            boolean fits =
                    account != null
                            && taken.add(account.id())
                            && taken.add(AccountName.folded(account.name()))
                            && !(account.isDefault() && defaultSeen);
            if (account != null && fits) {
                accounts.add(account);
                defaultSeen |= account.isDefault();
            } else {
                damaged = true;
            }
        }
        boolean everStored =
                root.path("everStored").booleanValue(true) || !accounts.isEmpty() || damaged;
        return Optional.of(new Content(everStored, accounts, damaged));
    }

    private static void put(ObjectNode node, Account account) {
        node.put("id", account.id());
        node.put("name", account.name());
        node.put("site", account.site().label());
        node.put("secretId", account.secretId());
        node.put("hasToken", account.hasToken());
        putIfSet(node, "tokenExpiry", account.tokenExpiry());
        putIfSet(node, "region", account.region());
        node.put("colour", account.colour().label());
        node.put("safety", account.safety().standing().label());
        SafetyLevel lowered = account.safety().lowered();
        putIfSet(node, "loweredTo", lowered == null ? null : lowered.label());
        putIfSet(node, "loweredUntil", account.safety().until());
        putIfSet(node, "defaultZone", account.defaultZone());
        node.put("store", account.store().label());
        node.put("default", account.isDefault());
    }

    private static void putIfSet(ObjectNode node, String name, @Nullable Object value) {
        if (value != null) {
            node.put(name, value.toString());
        }
    }

    private static @Nullable Account accountOf(JsonNode node) {
        try {
            String lowered = optional(node, "loweredTo");
            Account account =
                    new Account(
                            required(node, "id"),
                            required(node, "name"),
                            Site.of(required(node, "site")),
                            required(node, "secretId"),
                            node.path("hasToken").booleanValue(false),
                            instant(node, "tokenExpiry"),
                            optional(node, "region"),
                            AccountColour.ofLabel(node.path("colour").stringValue(""))
                                    .orElse(AccountColour.GREY),
                            new Safety(
                                    level(required(node, "safety")),
                                    lowered == null ? null : level(lowered),
                                    instant(node, "loweredUntil")),
                            optional(node, "defaultZone"),
                            StoreKind.ofLabel(required(node, "store")).orElseThrow(),
                            node.path("default").booleanValue(false));
            return AccountName.problemOf(account.name()).isPresent() ? null : account;
        } catch (AccountException | RuntimeException e) {
            return null;
        }
    }

    private static String required(JsonNode node, String name) {
        String value = optional(node, name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    private static @Nullable String optional(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new IllegalArgumentException(name);
        }
        return value.stringValue();
    }

    private static @Nullable Instant instant(JsonNode node, String name) throws DateTimeException {
        String value = optional(node, name);
        return value == null ? null : Instant.parse(value);
    }

    private static SafetyLevel level(String label) {
        return SafetyLevel.valueOf(label.toUpperCase(Locale.ROOT));
    }
}
