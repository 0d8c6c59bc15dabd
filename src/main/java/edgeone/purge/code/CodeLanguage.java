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

    public static Optional<CodeLanguage> ofWord(String word) {
        return Arrays.stream(values()).filter(l -> l.word.equals(word)).findFirst();
    }
}
