package edgeone.purge.app;

public final class Main {
    public static void main(String[] args) {
        System.out.println("EdgeOne Purge Console");
    }

    private Main() {}
}
