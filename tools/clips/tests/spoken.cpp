#include "spoken.hpp"

namespace unknot::clips {

std::vector<std::string> dozen_of(std::string_view language) {
  if (language == "de") {
    return {"Atme aus.",
            "Ein wenig weiter nach oben.",
            "Geh nicht auf die Sehne.",
            "Halte die Ellbogen leicht gebeugt.",
            "Jetzt die linke Wade.",
            "Komm sofort von der Rolle, wenn es kribbelt oder taub wird.",
            "Lass die Füße locker hängen.",
            "Langsamer.",
            "Leg die Rolle unter beide Waden.",
            "Noch zehn Sekunden.",
            "Setz dich mit ausgestreckten Beinen auf den Boden.",
            "Stütz die Hände hinter dir auf."};
  }
  if (language == "es") {
    return {"Ahora la pantorrilla izquierda.",
            "Apoya las manos en el suelo detrás de ti.",
            "Coloca el rodillo debajo de las dos pantorrillas.",
            "Deja los pies sueltos.",
            "Despacio.",
            "No llegues al tendón.",
            "Quedan diez segundos.",
            "Rueda despacio hacia los talones y vuelve.",
            "Si notas hormigueo o entumecimiento, deja el rodillo enseguida.",
            "Siéntate en el suelo con las piernas estiradas.",
            "Suelta el aire.",
            "Un poco más arriba."};
  }
  return {"A little higher.",
          "Breathe out.",
          "Halfway.",
          "If you feel tingling, numbness or a shooting pain, come off the roller at once.",
          "Keep a soft bend in your elbows.",
          "Let your feet hang loose.",
          "Now the left calf.",
          "Push with your hands and roll slowly toward the heels and back.",
          "Put the roller under both calves.",
          "Sit on the floor with both legs stretched out.",
          "Stop.",
          "Ten more seconds."};
}

}  // namespace unknot::clips
