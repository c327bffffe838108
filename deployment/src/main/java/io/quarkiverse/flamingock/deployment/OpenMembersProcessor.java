package io.quarkiverse.flamingock.deployment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import org.jboss.jandex.ClassInfo;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedField;
import io.quarkiverse.flamingock.deployment.scan.ScannedMethod;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;

/**
 * Opens members of changes that CDI would reach by reflection: injected fields, initializers and constructors that generated
 * code can't see. The checksum of a change is of what was compiled, and knows nothing of this.
 */
@BuildSteps(onlyIf = FlamingockEnabled.class)
class OpenMembersProcessor {

    @BuildStep
    void open(ScannedChangesBuildItem scanned, BuildProducer<BytecodeTransformerBuildItem> transformers) {
        Map<String, Set<String>> members = new HashMap<>();
        for (ScannedChange change : scanned.getChanges()) {
            String packageName = change.packageName();
            if (change.constructor() != null && change.singleton() == null
                    && !change.constructor().isAccessibleFrom(packageName)) {
                add(members, change.info(), key(change.constructor()));
            }
            for (ScannedField field : change.fields()) {
                if (!field.isAccessibleFrom(packageName)) {
                    add(members, field.info().declaringClass(), field.info().name());
                }
            }
            for (ScannedMethod method : change.initializers()) {
                if (!method.isAccessibleFrom(packageName)) {
                    add(members, method.info().declaringClass(), key(method));
                }
            }
        }
        members.forEach((type, names) -> transformers.produce(new BytecodeTransformerBuildItem.Builder()
                .setClassToTransform(type).setVisitorFunction(opener(names)).build()));
    }

    private static void add(Map<String, Set<String>> members, ClassInfo type, String member) {
        members.computeIfAbsent(type.name().toString(), name -> new HashSet<>()).add(member);
    }

    private static String key(ScannedMethod method) {
        return method.info().name() + method.info().descriptor();
    }

    private static BiFunction<String, ClassVisitor, ClassVisitor> opener(Set<String> members) {
        return (type, output) -> new ClassVisitor(Opcodes.ASM9, output) {
            @Override
            public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
                return super.visitField(members.contains(name) ? opened(access) : access, name, descriptor, signature, value);
            }

            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] exceptions) {
                return super.visitMethod(members.contains(name + descriptor) ? opened(access) : access, name, descriptor,
                        signature, exceptions);
            }
        };
    }

    private static int opened(int access) {
        return access & ~(Opcodes.ACC_PRIVATE | Opcodes.ACC_PROTECTED) | Opcodes.ACC_PUBLIC;
    }
}
