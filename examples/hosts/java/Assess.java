import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * 从 Java 逐行评估：一个进程，送一行请求，读一行答案；送和读各在一个线程，谁也不等谁。
 *
 * <p>{@code java Assess 请求.jsonl 办法 评估日}：一条期限写一行（编号、规则、状态、届满日），读不了的请求写到标准错误。
 */
public final class Assess {
    private static final PrintStream OUT = utf8(System.out);
    private static final PrintStream ERR = utf8(System.err);
    private static Object madeBy;
    private static int refused;

    public static void main(String[] args) throws IOException, InterruptedException {
        BufferedReader requests = Files.newBufferedReader(Path.of(args[0]));
        // xinfang: begin
        Process process = new ProcessBuilder(
                        "xinfang", "assess", "-", "--input-format", "jsonl", "--format", "jsonl",
                        "--size", "brief", "--policy", args[1], "--as-of", args[2])
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        CompletableFuture.runAsync(() -> send(requests, process));
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line; (line = answers.readLine()) != null; ) {
                take(Json.object(line));
            }
        }
        int code = process.waitFor(); // 0：每个请求都有答案或者错误；其余：没有做完，原因在标准错误
        // xinfang: end
        ERR.println("读不了的 " + refused + " 个，来历 " + madeBy);
        System.exit(code);
    }

    /** 一行是三种之一：来历（在用到它的答案之前）、代替答案的错误、答案。 */
    private static void take(Map<String, Object> line) {
        if (line.get("error") instanceof Map<?, ?> problem) {
            refused++;
            ERR.println("第 " + line.get("row") + " 个请求：" + problem.get("detail"));
        } else if (line.get("limits") instanceof Map<?, ?> limits) {
            limits.forEach((rule, limit) -> write(line.get("case_no"), rule, (Map<?, ?>) limit));
        } else if (line.get("made_by") instanceof Map<?, ?> made) {
            madeBy = made.get("id"); // 与答案一同存下，日后可以对证
        }
    }

    private static void write(Object caseNo, Object rule, Map<?, ?> limit) {
        OUT.printf("%s\t%s\t%s\t%s\n", caseNo, rule, limit.get("status"), limit.get("due"));
    }

    /** 送完就关上，对方读到末尾才结束；送不下去的不留下进程。 */
    private static void send(BufferedReader requests, Process process) {
        try (requests; BufferedWriter writer = process.outputWriter(StandardCharsets.UTF_8)) {
            for (String line; (line = requests.readLine()) != null; ) {
                writer.write(line);
                writer.write('\n');
            }
        } catch (IOException error) {
            ERR.println("请求没有送完：" + error.getMessage());
            process.destroy();
        }
    }

    /** 不随本机的语言环境。 */
    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
