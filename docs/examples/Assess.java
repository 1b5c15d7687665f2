import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

public final class Assess {
    /** 评估一份登记表，返回 JSON；0 和 1 都是正常结果，1 表示有 --fail-on 所列的状态。 */
    static String assess(Path register, String asOf) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("xinfang", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
            "xinfang", "assess", register.toString(),
            "--policy", "online-proxy", "--as-of", asOf, "--format", "json");
        builder.environment().put("PYTHONUTF8", "1");
        builder.redirectError(errors.toFile());
        Process process = builder.start();
        String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        String told = Files.readString(errors, StandardCharsets.UTF_8);
        Files.delete(errors);
        if (code > 1) {
            throw new IOException("xinfang " + code + "\n" + told);
        }
        return json;
    }

    public static void main(String[] args) throws Exception {
        System.out.println(assess(Path.of(args[0]), args[1]));
    }
}
