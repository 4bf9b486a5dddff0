package dev.nexus.ai.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words of a text as stems: lower case, without the endings that Russian and English inflect. A
 * light stemmer is enough because both sides of every comparison go through it.
 */
public final class Words {

  private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHORTEST_STEM = 3;

  /** Longest first, so that the first that fits is the one to cut. */
  private static final List<String> ENDINGS =
      List.of(
          "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "ать", "ять", "еть",
          "ить", "ние", "ния", "ing", "ах", "ях", "ов", "ев", "ей", "ой", "ий", "ый", "ая", "яя",
          "ое", "ее", "ые", "ие", "ую", "юю", "ом", "ем", "ам", "ям", "ью", "ия", "ию", "ии", "es",
          "ed", "а", "я", "о", "е", "ы", "и", "у", "ю", "ь", "й", "s");

  private static final Set<String> FILLERS =
      Set.copyOf(
          stemsOf(
              "хочу хотел хотела мне меня мой моя мои я ты вы и в во на с со по для из от до у о об "
                  + "а но или же бы ли не это пожалуйста можно надо нужно есть чтобы к за при "
                  + "i me my you a an the to for of in on at and or is are with want would like "
                  + "please need some it"));

  private Words() {}

  /** All stems of the text, in order. */
  public static List<String> stemsOf(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    return Arrays.stream(SEPARATOR.split(plain))
        .filter(word -> !word.isEmpty())
        .map(Words::stem)
        .toList();
  }

  /** Whether the stem carries no meaning of its own. */
  public static boolean isFiller(String stem) {
    return FILLERS.contains(stem);
  }

  private static String stem(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
