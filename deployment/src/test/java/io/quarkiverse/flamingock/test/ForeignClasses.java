package io.quarkiverse.flamingock.test;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files as other compilers than javac write them. */
final class ForeignClasses {

    private static final String REFERENCE = "Ljava/util/concurrent/atomic/AtomicReference;";

    private ForeignClasses() {
    }

    /** As Kotlin does: final, a companion, a synthetic method for default arguments, metadata that nobody needs. */
    static byte[] kotlin(String name) {
        ClassWriter writer = change(name, "kotlin", Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL);
        AnnotationVisitor metadata = writer.visitAnnotation("Lkotlin/Metadata;", true);
        metadata.visit("k", 1);
        metadata.visitEnd();
        writer.visitInnerClass(name + "$Companion", name, "Companion",
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL);
        writer.visitField(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "Companion",
                "L" + name + "$Companion;", null, null).visitEnd();
        apply(writer, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, "apply", name);
        apply(writer, Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, "apply$default", name);
        writer.visitEnd();
        return writer.toByteArray();
    }

    static byte[] companion(String name) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V11, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, name + "$Companion", null,
                "java/lang/Object", null);
        writer.visitInnerClass(name + "$Companion", name, "Companion",
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL);
        constructor(writer, Opcodes.ACC_PRIVATE);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** The least that is a change; the id is the last part of the name. */
    static byte[] small(String name, String id) {
        ClassWriter writer = change(name, id, Opcodes.ACC_PUBLIC);
        apply(writer, Opcodes.ACC_PUBLIC, "apply", name);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static ClassWriter change(String name, String id, int access) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V11, access | Opcodes.ACC_SUPER, name, null, "java/lang/Object", null);
        AnnotationVisitor change = writer.visitAnnotation("Lio/quarkiverse/flamingock/Change;", true);
        change.visit("id", id);
        change.visit("author", "a compiler");
        change.visitEnd();
        constructor(writer, Opcodes.ACC_PUBLIC);
        return writer;
    }

    private static void constructor(ClassWriter writer, int access) {
        MethodVisitor method = writer.visitMethod(access, "<init>", "()V", null, null);
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(1, 1);
        method.visitEnd();
    }

    private static void apply(ClassWriter writer, int access, String method, String said) {
        MethodVisitor visitor = writer.visitMethod(access, method, "(" + REFERENCE + ")V",
                "(Ljava/util/concurrent/atomic/AtomicReference<Ljava/lang/String;>;)V", null);
        visitor.visitAnnotation("Lio/quarkiverse/flamingock/Apply;", true).visitEnd();
        visitor.visitCode();
        visitor.visitVarInsn(Opcodes.ALOAD, (access & Opcodes.ACC_STATIC) == 0 ? 1 : 0);
        visitor.visitLdcInsn(said);
        visitor.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/util/concurrent/atomic/AtomicReference", "set",
                "(Ljava/lang/Object;)V", false);
        visitor.visitInsn(Opcodes.RETURN);
        visitor.visitMaxs(0, 0);
        visitor.visitEnd();
    }
}
