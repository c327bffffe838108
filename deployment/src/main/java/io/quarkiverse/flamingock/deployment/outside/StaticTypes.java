package io.quarkiverse.flamingock.deployment.outside;

import org.jboss.jandex.DotName;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;

/** Follows the types that code declares for its values, as far as they are told without loading a class. */
final class StaticTypes extends BasicInterpreter {

    private static final BasicValue OBJECT = new BasicValue(Type.getObjectType("java/lang/Object"));

    StaticTypes() {
        super(Opcodes.ASM9);
    }

    /** The name of a type; of an array, that of what is in it. */
    static DotName name(Type type) {
        return DotName.createSimple((type.getSort() == Type.ARRAY ? type.getElementType() : type).getClassName());
    }

    @Override
    public BasicValue newValue(Type type) {
        return type != null && type.getSort() == Type.OBJECT ? new BasicValue(type) : super.newValue(type);
    }

    @Override
    public BasicValue merge(BasicValue one, BasicValue other) {
        if (one.equals(other)) {
            return one;
        }
        return one.isReference() && other.isReference() ? OBJECT : BasicValue.UNINITIALIZED_VALUE;
    }
}
