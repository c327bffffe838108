package io.quarkiverse.flamingock.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/**
 * Adds any number of copies of {@link TemplateChange} to an application.
 */
final class ManyChanges {

    private static final String TEMPLATE = TemplateChange.class.getName().replace('.', '/');

    private ManyChanges() {
    }

    static void add(JavaArchive application, int count) {
        byte[] template = template();
        for (int i = 1; i <= count; i++) {
            String name = TEMPLATE + i;
            application.add(new ByteArrayAsset(copy(template, name, String.format("%05d", i))), name + ".class");
        }
    }

    private static byte[] template() {
        try (InputStream in = TemplateChange.class.getResourceAsStream("TemplateChange.class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] copy(byte[] template, String name, String order) {
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor numbered = new ClassVisitor(Opcodes.ASM9, new ClassRemapper(writer, new SimpleRemapper(TEMPLATE, name))) {
            @Override
            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                return new AnnotationVisitor(Opcodes.ASM9, super.visitAnnotation(descriptor, visible)) {
                    @Override
                    public void visit(String member, Object value) {
                        super.visit(member, "template".equals(value) ? order : value);
                    }
                };
            }
        };
        new ClassReader(template).accept(numbered, 0);
        return writer.toByteArray();
    }
}
