package io.quarkiverse.flamingock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import java.util.List;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * A package whose packages are rooms in an order.
 *
 * @param packageName the package
 * @param rooms its packages from the bottom to the top
 * @param hall the simple names of the classes that lie in the package itself, above all rooms
 */
record House(String packageName, List<String> rooms, List<String> hall) {

    private static final String HALL = "the hall";

    ArchRule roomsKnowThoseBelow() {
        return classes().that().resideInAPackage(packageName + "..").should(new ArchCondition<>("know only rooms below") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = room(type);
                if (!own.equals(HALL) && !rooms.contains(own)) {
                    events.add(SimpleConditionEvent.violated(type, own + " is no declared room: " + type.getName()));
                    return;
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String other = room(dependency.getTargetClass());
                    if (other != null && floor(other) > floor(own)) {
                        events.add(SimpleConditionEvent.violated(dependency,
                                own + " knows " + other + ": " + dependency.getDescription()));
                    }
                }
            }
        });
    }

    ArchRule hallHoldsWhatIsListed() {
        return classes().that().resideInAPackage(packageName).should(new ArchCondition<>("be listed") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String name = outermost(type).getSimpleName();
                if (!hall.contains(name) && !name.equals("package-info")) {
                    events.add(SimpleConditionEvent.violated(type, name + " belongs into a room of " + packageName));
                }
            }
        });
    }

    /** What is no declared room lies above all of them. */
    private int floor(String room) {
        int floor = rooms.indexOf(room);
        return floor < 0 ? rooms.size() : floor;
    }

    /** The room of a class; null where it is not of this house. */
    private String room(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        if (name.equals(packageName)) {
            return HALL;
        }
        return name.startsWith(packageName + ".") ? name.substring(packageName.length() + 1).split("\\.")[0] : null;
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(House::outermost).orElse(type);
    }

    @Override
    public String toString() {
        return packageName;
    }
}
