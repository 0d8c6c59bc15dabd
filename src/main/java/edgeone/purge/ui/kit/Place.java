package edgeone.purge.ui.kit;

import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A place in the window to send the user to. */
public sealed interface Place {
    /** Name of the screen that shows it. */
    String screen();

    /**
     * The purge form.
     *
     * @param form what to fill in; null leaves it as it is
     */
    record Purge(@Nullable Form form) implements Place {
        @Override
        public String screen() {
            return "purge";
        }
    }

    /**
     * The purge form, filled in by a recipe.
     *
     * @param name of the recipe
     */
    record Recipe(String name) implements Place {
        @Override
        public String screen() {
            return "purge";
        }
    }

    /**
     * The history.
     *
     * @param jobId the job to select; null leaves the selection as it is
     */
    record History(@Nullable String jobId) implements Place {
        @Override
        public String screen() {
            return "history";
        }
    }

    /**
     * The API calls.
     *
     * @param jobId the job whose calls to list; null leaves the list as it is
     */
    record Calls(@Nullable String jobId) implements Place {
        @Override
        public String screen() {
            return "inspector";
        }
    }

    /**
     * A call by hand.
     *
     * @param body its parameters as JSON
     */
    record Explorer(String action, String body) implements Place {
        @Override
        public String screen() {
            return "explorer";
        }
    }

    /**
     * The accounts.
     *
     * @param passphraseForgotten whether to ask right away to start a new encrypted file
     */
    record Accounts(boolean passphraseForgotten) implements Place {
        @Override
        public String screen() {
            return "accounts";
        }
    }

    /** The contents of a purge form. */
    record Form(
            String zoneId,
            PurgeType type,
            @Nullable PurgeMethod method,
            List<String> lines,
            List<String> tagDomains,
            PrefetchOptions prefetch) {
        public Form {
            lines = List.copyOf(lines);
            tagDomains = List.copyOf(tagDomains);
        }

        /** Of a purge. */
        public Form(
                String zoneId,
                PurgeType type,
                @Nullable PurgeMethod method,
                List<String> lines,
                List<String> tagDomains) {
            this(zoneId, type, method, lines, tagDomains, PrefetchOptions.NONE);
        }
    }
}
