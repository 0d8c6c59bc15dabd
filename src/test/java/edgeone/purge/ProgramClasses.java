package edgeone.purge;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import edgeone.purge.app.Main;

/** The classes of the program, for rules about them. Each set is read once, which takes seconds. */
public final class ProgramClasses {
    private ProgramClasses() {}

    /** With the supertypes of what they use from libraries. */
    public static JavaClasses withLibraries() {
        return With.CLASSES;
    }

    /** Libraries are names only: for rules that ask for no supertype of theirs. */
    public static JavaClasses withoutLibraries() {
        return Without.CLASSES;
    }

    private static JavaClasses read() {
        return new ClassFileImporter()
                .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());
    }

    private static final class With {
        private static final JavaClasses CLASSES = read();
    }

    private static final class Without {
        private static final JavaClasses CLASSES =
                ArchConfiguration.withThreadLocalScope(
                        configuration -> {
                            configuration.setResolveMissingDependenciesFromClassPath(false);
                            return read();
                        });
    }
}
