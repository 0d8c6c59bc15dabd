package edgeone.purge.code;

import java.util.Arrays;
import java.util.Optional;

/** What a call can be written for. */
public enum CodeLanguage {
    TCCLI("tccli"),
    CURL("curl"),
    JAVA("java"),
    PYTHON("python"),
    NODEJS("nodejs"),
    GO("go"),
    PHP("php"),
    DOTNET("dotnet");

    private final String word;

    CodeLanguage(String word) {
        this.word = word;
    }

    /** As given to {@code --lang}. */
    public String word() {
        return word;
    }

    /** Whether its client sends a parameter that the client does not know. */
    public boolean sendsUnknown() {
        return switch (this) {
            case TCCLI, DOTNET -> false;
            case CURL, JAVA, PYTHON, NODEJS, GO, PHP -> true;
        };
    }

    public static Optional<CodeLanguage> ofWord(String word) {
        return Arrays.stream(values()).filter(l -> l.word.equals(word)).findFirst();
    }
}
