package bare;

/** JavaFX on the class path does not start from a class that extends Application. */
public final class Start {
    private Start() {}

    public static void main(String[] args) {
        Bare.main(args);
    }
}
