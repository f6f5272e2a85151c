import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges the PDFs of a folder by each flavour named. Of the files in order it takes every `parts`-th, from `part` on,
 * so that several can share the work. Arguments: folder, part, parts, flavours. Prints a line for each verdict:
 * file, flavour, "yes" or "no", then every rule broken with how often and what it says, separated by tabs.
 */
public class Judge {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    int part = Integer.parseInt(arguments[1]);
    int parts = Integer.parseInt(arguments[2]);
    try (var files = Files.list(Path.of(arguments[0]))) {
      var sorted = files.filter(path -> path.toString().endsWith(".pdf")).sorted().toList();
      for (int at = part; at < sorted.size(); at += parts) {
        for (int i = 3; i < arguments.length; i++) judge(sorted.get(at), PDFAFlavour.fromString(arguments[i]));
      }
    }
  }

  private static void judge(Path file, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file.toFile()), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      Map<String, Integer> broken = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        var rule = assertion.getRuleId();
        broken.merge(rule.getClause() + "-" + rule.getTestNumber() + " " + assertion.getMessage(), 1, Integer::sum);
      }
      StringBuilder line = new StringBuilder();
      line.append(file.getFileName()).append('\t').append(flavour.getId());
      line.append('\t').append(result.isCompliant() ? "yes" : "no");
      broken.forEach((rule, times) -> line.append('\t').append(times).append("x ").append(rule));
      System.out.println(line);
    }
  }
}
