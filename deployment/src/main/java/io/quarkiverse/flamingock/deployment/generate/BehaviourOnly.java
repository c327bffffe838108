package io.quarkiverse.flamingock.deployment.generate;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites a class file so that only what it does is left: no debug information, no order of the constant pool, no version,
 * no annotation of this extension (they say how to run a change, not what it does) nor of the Kotlin compiler.
 */
final class BehaviourOnly extends ClassVisitor {

    private static final int API = Opcodes.ASM9;

    private BehaviourOnly(ClassWriter writer) {
        super(API, writer);
    }

    static byte[] of(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(new BehaviourOnly(writer), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    private static boolean isLeftOut(String annotation) {
        return annotation.startsWith("Lio/quarkiverse/flamingock/") || annotation.equals("Lkotlin/Metadata;")
                || annotation.startsWith("Lkotlin/jvm/internal/");
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        super.visit(Opcodes.V17, access, name, signature, superName, interfaces);
    }

    /** Which nested classes a class file lists depends on the constant pool. */
    @Override
    public void visitInnerClass(String name, String outerName, String innerName, int access) {
        // left out
    }

    @Override
    public void visitNestMember(String nestMember) {
        // left out: another change may be nested in the same class
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return isLeftOut(descriptor) ? null : super.visitAnnotation(descriptor, visible);
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        return new FieldVisitor(API, super.visitField(access, name, descriptor, signature, value)) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return isLeftOut(annotation) ? null : super.visitAnnotation(annotation, visible);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(API, super.visitMethod(access, name, descriptor, signature, exceptions)) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return isLeftOut(annotation) ? null : super.visitAnnotation(annotation, visible);
            }

            @Override
            public AnnotationVisitor visitParameterAnnotation(int parameter, String annotation, boolean visible) {
                return isLeftOut(annotation) ? null : super.visitParameterAnnotation(parameter, annotation, visible);
            }
        };
    }
}
