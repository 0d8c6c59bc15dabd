package edgeone.purge;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A field whose type is not made to be changed. A {@code List} may be immutable and is assumed to
 * be, an {@code ArrayList} never is; an array is accepted if it is private.
 */
final class UnchangingCondition extends ArchCondition<JavaField> {
    private static final List<Class<?>> CHANGING =
            List.of(
                    AtomicBoolean.class,
                    AtomicInteger.class,
                    AtomicLong.class,
                    AtomicReference.class,
                    StringBuilder.class,
                    ThreadLocal.class);

    UnchangingCondition() {
        super("have a type that is not made to be changed");
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
        JavaClass type = field.getRawType();
        boolean openArray = type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
        boolean collection =
                !type.isInterface()
                        && (type.isAssignableTo(Collection.class)
                                || type.isAssignableTo(Map.class));
        boolean changing = CHANGING.stream().anyMatch(type::isAssignableTo);
        if (openArray || collection || changing) {
            events.add(
                    SimpleConditionEvent.violated(
                            field, field.getFullName() + " is a " + type.getName()));
        }
    }
}
