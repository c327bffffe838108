package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;
import org.objectweb.asm.util.Printer;

/**
 * What each instruction computes or does, as nodes. Casts of references are no nodes: where one is needed is for the compiler
 * to decide.
 */
final class Execution extends Interpreter<Node> {

    static final Node EMPTY = Node.pure("nothing", 1);

    /**
     * An object between its allocation and its constructor.
     *
     * @param allocated what the instruction for that has left
     * @param made the call of the constructor
     */
    record Construction(Node allocated, Node made) {

        void settle() {
            allocated.resolved().become(made);
        }
    }

    final List<Construction> constructions = new ArrayList<>();
    final List<Conversions.Conversion> conversions = new ArrayList<>();
    private final Program program;
    private final ControlFlow flow;
    private final boolean lambda;
    private final Calls calls;
    private final Fields fields;
    private Block block;
    private Frame<Node> frame;
    private int index;

    Execution(Program program, Context context, ControlFlow flow, boolean lambda) {
        super(Opcodes.ASM9);
        this.program = program;
        this.flow = flow;
        this.lambda = lambda;
        this.calls = new Calls(program, context, this::effect, constructions);
        this.fields = new Fields(program, context, this::effect);
    }

    void enter(Block entered, Frame<Node> variables) {
        block = entered;
        frame = variables;
    }

    void at(int instruction) {
        index = instruction;
    }

    /** Something that happens here, and may fail. */
    private Node effect(Node node) {
        block.effects.add(node);
        List<Node.Escape> escapes = new ArrayList<>();
        for (TryCatchBlockNode each : flow.around(index)) {
            Block handler = flow.handler(each);
            if (handler.caught == null) {
                handler.caught = Node.pure("caught", 1);
            }
            Frame<Node> variables = new Frame<>(frame);
            variables.clearStack();
            variables.push(handler.caught);
            if (escapes.stream().noneMatch(escape -> escape.handler() == handler)) {
                handler.entries.add(new Block.Entry(block, -1, node, variables));
            }
            String type = each.type == null ? "java/lang/Throwable" : each.type;
            escapes.add(new Node.Escape(program.names.of(type), program.type(type), handler));
        }
        node.escapes = escapes;
        return node;
    }

    private Node pure(AbstractInsnNode instruction, int size, Node... inputs) {
        return Node.pure(Printer.OPCODES[instruction.getOpcode()].toLowerCase(Locale.ROOT), size, inputs);
    }

    @Override
    public Node newValue(Type type) {
        return EMPTY;
    }

    @Override
    public Node newEmptyValue(int local) {
        return EMPTY;
    }

    @Override
    public Node newOperation(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return Node.constant(opcode - Opcodes.ICONST_0);
        }
        return switch (opcode) {
            case Opcodes.ACONST_NULL -> Node.pure("null", 1);
            case Opcodes.LCONST_0, Opcodes.LCONST_1 -> Node.constant((long) (opcode - Opcodes.LCONST_0));
            case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2 -> Node.constant((float) (opcode - Opcodes.FCONST_0));
            case Opcodes.DCONST_0, Opcodes.DCONST_1 -> Node.constant((double) (opcode - Opcodes.DCONST_0));
            case Opcodes.BIPUSH, Opcodes.SIPUSH -> Node.constant(((IntInsnNode) instruction).operand);
            case Opcodes.LDC -> new Constants(program).of(((LdcInsnNode) instruction).cst);
            case Opcodes.NEW -> Node.pure("allocated", 1);
            case Opcodes.GETSTATIC -> fields.get((FieldInsnNode) instruction, null);
            default -> throw new IllegalStateException("Class files older than Java 6 can't be read. Compile them again.");
        };
    }

    @Override
    public Node copyOperation(AbstractInsnNode instruction, Node value) {
        return value;
    }

    @Override
    public Node unaryOperation(AbstractInsnNode instruction, Node value) {
        int opcode = instruction.getOpcode();
        if (opcode >= Opcodes.I2L && opcode <= Opcodes.I2S) {
            return converted(each -> Conversions.of(opcode, each), value);
        }
        return switch (opcode) {
            case Opcodes.INEG, Opcodes.FNEG, Opcodes.LNEG, Opcodes.DNEG -> pure(instruction, value.getSize(), value);
            case Opcodes.IINC -> Node.pure("iadd", 1, value, Node.constant(((IincInsnNode) instruction).incr));
            case Opcodes.CHECKCAST -> value;
            case Opcodes.GETFIELD -> fields.get((FieldInsnNode) instruction, value);
            case Opcodes.PUTSTATIC -> fields.put((FieldInsnNode) instruction, null, value);
            case Opcodes.INSTANCEOF -> new Constants(program).named("instanceof", ((TypeInsnNode) instruction).desc, 1, value);
            case Opcodes.NEWARRAY ->
                effect(new Node(Node.Kind.READ, "array " + ((IntInsnNode) instruction).operand, 1, List.of(value)));
            case Opcodes.ANEWARRAY -> {
                Node array = new Constants(program).named("array", ((TypeInsnNode) instruction).desc, 1, value);
                array.kind = Node.Kind.READ;
                yield effect(array);
            }
            case Opcodes.ARRAYLENGTH -> effect(new Node(Node.Kind.READ, "length", 1, List.of(value)));
            case Opcodes.ATHROW -> effect(new Node(Node.Kind.EFFECT, "throw", 1, List.of(value)));
            case Opcodes.MONITORENTER -> effect(new Node(Node.Kind.EFFECT, "lock", 1, List.of(value)));
            case Opcodes.MONITOREXIT -> {
                Node unlock = effect(new Node(Node.Kind.EFFECT, "unlock", 1, List.of(value)));
                unlock.escapes = List.of();
                yield unlock;
            }
            default -> decide(opcode, value);
        };
    }

    /** Ends the block. */
    private Node decide(int opcode, Node value) {
        block.operands.add(lambda && block.end == Block.End.RETURN ? Conversions.unboxed(value) : value);
        if (block.end == Block.End.CONDITION) {
            if (opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) {
                block.operands.add(Node.pure("null", 1));
                Conditions.set(block, opcode == Opcodes.IFNULL ? Opcodes.IFEQ : Opcodes.IFNE);
            } else {
                block.operands.add(Node.constant(0));
                Conditions.set(block, opcode);
            }
        }
        return value;
    }

    @Override
    public Node binaryOperation(AbstractInsnNode instruction, Node first, Node second) {
        int opcode = instruction.getOpcode();
        if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            int size = opcode == Opcodes.LALOAD || opcode == Opcodes.DALOAD ? 2 : 1;
            return effect(new Node(Node.Kind.READ, "element", size, List.of(first, second)));
        }
        if (opcode == Opcodes.PUTFIELD) {
            return fields.put((FieldInsnNode) instruction, first, second);
        }
        if (opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE) {
            block.operands.addAll(List.of(first, second));
            Conditions.set(block, opcode >= Opcodes.IF_ACMPEQ ? opcode - Opcodes.IF_ACMPEQ + Opcodes.IFEQ
                    : opcode - Opcodes.IF_ICMPEQ + Opcodes.IFEQ);
            return first;
        }
        if (opcode == Opcodes.ISUB && second.constant instanceof Integer number) {
            return Node.pure("iadd", 1, first, Node.constant(-number));
        }
        if (opcode == Opcodes.IDIV || opcode == Opcodes.IREM || opcode == Opcodes.LDIV || opcode == Opcodes.LREM) {
            Node node = pure(instruction, first.getSize(), first, second);
            node.kind = Node.Kind.READ;
            return effect(node);
        }
        return pure(instruction, opcode >= Opcodes.LCMP ? 1 : first.getSize(), first, second);
    }

    @Override
    public Node ternaryOperation(AbstractInsnNode instruction, Node array, Node position, Node value) {
        return effect(new Node(Node.Kind.STORE, "store", 1, List.of(array, position, value)));
    }

    @Override
    public Node naryOperation(AbstractInsnNode instruction, List<? extends Node> values) {
        if (instruction instanceof MultiANewArrayInsnNode array) {
            return effect(new Node(Node.Kind.READ, "array " + program.names.descriptor(array.desc) + array.dims, 1, values));
        }
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return calls.dynamic(dynamic, values);
        }
        MethodInsnNode call = (MethodInsnNode) instruction;
        UnaryOperator<Node> boxing = Conversions.boxing(call);
        return boxing == null ? calls.call(call, values) : converted(boxing, values.get(0));
    }

    private Node converted(UnaryOperator<Node> conversion, Node value) {
        Node converted = conversion.apply(value);
        conversions.add(new Conversions.Conversion(conversion, converted));
        return converted;
    }

    @Override
    public void returnOperation(AbstractInsnNode instruction, Node value, Node expected) {
        // the value was kept already
    }

    @Override
    public Node merge(Node first, Node second) {
        throw new UnsupportedOperationException("Variables are merged where blocks begin");
    }
}
