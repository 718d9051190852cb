package org.webinararchiver.deploy.reference;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * An interface whose methods read settings, as it is written: class files have neither the comments nor the order of
 * the methods.
 */
final class MappingSource {
    private final DocTrees comments;
    private final CompilationUnitTree unit;
    private final ClassTree type;
    private final TreePath path;

    private MappingSource(DocTrees comments, CompilationUnitTree unit) {
        this.comments = comments;
        this.unit = unit;
        this.type = (ClassTree) unit.getTypeDecls().getFirst();
        this.path = new TreePath(new TreePath(unit), type);
    }

    static MappingSource read(Path file) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            return new MappingSource(
                    DocTrees.instance(task), task.parse().iterator().next());
        }
    }

    /** @param module where it is */
    SettingGroup group(String module) {
        var told = comment(path, name());
        return new SettingGroup(
                told.first(),
                told.rest(),
                Services.of(module, name()),
                settings(path, prefix()).toList());
    }

    private String name() {
        return type.getSimpleName().toString();
    }

    private String prefix() {
        return annotated(type.getModifiers().getAnnotations(), "ConfigMapping").orElseThrow();
    }

    private Stream<Setting> settings(TreePath owner, String prefix) {
        return ((ClassTree) owner.getLeaf())
                .getMembers().stream()
                        .filter(MethodTree.class::isInstance)
                        .map(MethodTree.class::cast)
                        .flatMap(method -> setting(new TreePath(owner, method), method, prefix));
    }

    private Stream<Setting> setting(TreePath place, MethodTree method, String prefix) {
        var name = prefix + "." + StringUtil.skewer(method.getName().toString());
        var returned = method.getReturnType().toString();
        var group = members(Kind.INTERFACE)
                .filter(each -> each.getSimpleName().contentEquals(returned))
                .findFirst();
        return group.isPresent()
                ? settings(new TreePath(path, group.get()), name)
                : Stream.of(new Setting(
                        name,
                        ValueKind.of(returned, constants()),
                        usual(method, name, returned),
                        comment(place, name).whole()));
    }

    private static String usual(MethodTree method, String name, String type) {
        return annotated(method.getModifiers().getAnnotations(), "WithDefault")
                .map(value -> "`" + value + "`")
                .orElseGet(() -> {
                    if (!ValueKind.mayBeMissing(type)) {
                        throw new IllegalArgumentException(name + " is neither optional nor has a default");
                    }
                    return "";
                });
    }

    private Stream<ClassTree> members(Kind kind) {
        return type.getMembers().stream().filter(each -> each.getKind() == kind).map(ClassTree.class::cast);
    }

    private Map<String, List<String>> constants() {
        return members(Kind.ENUM)
                .collect(Collectors.toMap(
                        each -> each.getSimpleName().toString(),
                        each -> each.getMembers().stream()
                                .filter(VariableTree.class::isInstance)
                                .map(constant ->
                                        ((VariableTree) constant).getName().toString())
                                .toList()));
    }

    private JavadocText comment(TreePath place, String owner) {
        DocCommentTree comment = comments.getDocCommentTree(place);
        return JavadocText.of(owner, comment == null ? null : text(comment));
    }

    private static String text(DocCommentTree comment) {
        return comment.getFullBody().stream().map(Object::toString).collect(Collectors.joining());
    }

    private static Optional<String> annotated(List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream()
                .filter(each -> each.getAnnotationType().toString().equals(name))
                .map(each -> value(each.getArguments().getFirst()))
                .findFirst();
    }

    private static String value(ExpressionTree argument) {
        Tree value = argument instanceof AssignmentTree named ? named.getExpression() : argument;
        return ((LiteralTree) value).getValue().toString();
    }

    @Override
    public String toString() {
        return unit.getSourceFile().getName();
    }
}
