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
 * A package that is made to be imported by others.
 *
 * @param packageName the package
 * @param known names of the packages and classes of ours that it may know; never one of the run time
 */
record Api(String packageName, List<String> known) {

    ArchRule knowsWhatIsDeclared() {
        return classes().that().resideInAPackage(packageName).should(new ArchCondition<>("know only what is declared") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass other = dependency.getTargetClass().getBaseComponentType();
                    if (other.getPackageName().startsWith("io.quarkiverse.flamingock")
                            && !other.getPackageName().equals(packageName) && !known.contains(other.getPackageName())
                            && !known.contains(other.getName())) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        });
    }

    @Override
    public String toString() {
        return packageName;
    }
}
