package edgeone.purge.ui.team;

import edgeone.purge.team.desk.TeamTrial;
import edgeone.purge.team.publish.Published;

/** What came of the last thing done, as the part of the screen it belongs to shows it. */
sealed interface Said {
    Part part();

    /** The address is none. */
    record Wrong(TeamEntry.Problem problem) implements Said {
        @Override
        public Part part() {
            return Part.FORM;
        }
    }

    /** What a test found; nothing was kept. */
    record Tested(TeamTrial.Result result) implements Said {
        @Override
        public Part part() {
            return Part.FORM;
        }
    }

    /** What connecting found; nothing was kept where address, user or password are not right. */
    record Connected(TeamTrial.Result result) implements Said {
        @Override
        public Part part() {
            return Part.FORM;
        }
    }

    /** What publishing came to. */
    record Sent(Published published) implements Said {
        @Override
        public Part part() {
            return Part.STATUS;
        }
    }

    /** Success. Texts: {@code team.window.done.…}. */
    record Done(Part part, Deed deed, String detail) implements Said {}

    /** It failed here: a file or a secret store. */
    record Failed(Part part, Exception trouble) implements Said {}

    /** The part of the screen something is said in. */
    enum Part {
        STATUS,
        FORM,
        SCHEMA,
        RELEASE
    }

    /** What succeeded. */
    enum Deed {
        KEPT,
        STOPPED,
        LEFT,
        COPIED,
        SAVED,
        MINUTES
    }
}
