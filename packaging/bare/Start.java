package bare;

/** On the class path, JavaFX does not start from a class that extends Application. */
public final class Start {
    private Start() {}

    public static void main(String[] args) {
        Bare.main(args);
    }
}
